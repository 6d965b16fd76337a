-- Measuring: clicks on shelves and purchases that followed, of people who agreed to it by name; and sums.
-- A row of `total` names nobody: what is counted, how often, and how many people it is known to rest on at least.

CREATE TABLE measure (LIKE consent INCLUDING ALL);
CREATE INDEX measure_by_day ON measure (day);

CREATE TABLE total (
  name   text COLLATE "C" PRIMARY KEY,
  count  bigint NOT NULL,
  people integer NOT NULL
);
