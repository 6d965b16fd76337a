-- The kernel on PostgreSQL: the same tables as on SQLite.
-- Ids are 16 bytes; `uuid` is PostgreSQL's name for that. In clear stand only subject, arrival, day, key version,
-- and keyed hashes. Every table of personal rows has a primary key that starts with the subject, so that it can be
-- distributed by subject; the directory of aliases and tombstones is small and looked up by alias.
-- Ciphertext does not compress: EXTERNAL spares the attempt.

CREATE TABLE subject (
  subject     uuid PRIMARY KEY,
  consent_seq integer NOT NULL
);

CREATE TABLE alias (
  alias   uuid PRIMARY KEY,
  subject uuid NOT NULL
);
CREATE INDEX alias_of_subject ON alias (subject);

CREATE TABLE tombstone (
  alias     uuid PRIMARY KEY,
  erased_at bigint NOT NULL,
  until_day integer NOT NULL
);

CREATE TABLE consent (
  subject     uuid NOT NULL,
  arrival     bigint NOT NULL,
  day         integer NOT NULL,
  key_version integer NOT NULL,
  body        bytea NOT NULL,
  PRIMARY KEY (subject, arrival)
);
ALTER TABLE consent ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE taste (LIKE consent INCLUDING ALL);

CREATE TABLE browsing (LIKE consent INCLUDING ALL);
CREATE INDEX browsing_by_day ON browsing (day);

CREATE TABLE buying (LIKE consent INCLUDING ALL);
CREATE INDEX buying_by_day ON buying (day);

CREATE TABLE evidence (LIKE consent INCLUDING ALL, rec_key uuid NOT NULL, UNIQUE (subject, rec_key));
CREATE INDEX evidence_by_day ON evidence (day);
CREATE INDEX evidence_by_rec_key ON evidence (rec_key);

-- A key is a hash over the subject too, so that it is looked up and deleted with her.
CREATE TABLE event_key (
  subject uuid NOT NULL,
  key     uuid NOT NULL,
  day     integer NOT NULL,
  PRIMARY KEY (subject, key)
);
-- Days rise with the place in the table: a BRIN index finds the old ones and costs intake almost nothing.
CREATE INDEX event_key_by_day ON event_key USING brin (day);

-- Evidence about nobody: the answers of level 0, shared by all who got them.
CREATE TABLE shared_evidence (
  rec_id text COLLATE "C" PRIMARY KEY,
  day    integer NOT NULL,
  body   text NOT NULL
);

CREATE TABLE product (
  item_id text COLLATE "C" PRIMARY KEY,
  body    text NOT NULL
);

CREATE TABLE api_key (
  hash       text COLLATE "C" PRIMARY KEY,
  kind       text NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint
);
