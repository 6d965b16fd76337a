-- Measuring: clicks on shelves and purchases that followed, of people who agreed to it by name; and sums.
-- A row of `total` names nobody: what is counted, how often, and how many people it is known to rest on at least.

CREATE TABLE measure (
  subject     BLOB NOT NULL,
  arrival     INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  key_version INTEGER NOT NULL,
  body        BLOB NOT NULL,
  PRIMARY KEY (subject, arrival)
) STRICT, WITHOUT ROWID;
CREATE INDEX measure_by_day ON measure (day);

CREATE TABLE total (
  name   TEXT PRIMARY KEY,
  count  INTEGER NOT NULL,
  people INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
