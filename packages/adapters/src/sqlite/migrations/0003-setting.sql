-- What staff set up for everybody, one document per name: merchandising rules. Names nobody.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
