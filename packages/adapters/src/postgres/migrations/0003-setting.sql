-- What staff set up for everybody, one document per name: merchandising rules. Names nobody.

CREATE TABLE setting (
  name text COLLATE "C" PRIMARY KEY,
  body text NOT NULL
);
