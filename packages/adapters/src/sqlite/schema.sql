-- The schema after all migrations; dumped by a test, do not edit.

CREATE TABLE alias (
  alias   BLOB PRIMARY KEY CHECK (length(alias) = 16),
  subject BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX alias_of_subject ON alias (subject);

CREATE TABLE api_key (
  hash       TEXT PRIMARY KEY,
  kind       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE browsing (
  subject     BLOB NOT NULL,
  arrival     INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  key_version INTEGER NOT NULL,
  body        BLOB NOT NULL,
  PRIMARY KEY (subject, arrival)
) STRICT, WITHOUT ROWID;

CREATE INDEX browsing_by_day ON browsing (day);

CREATE TABLE buying (
  subject     BLOB NOT NULL,
  arrival     INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  key_version INTEGER NOT NULL,
  body        BLOB NOT NULL,
  PRIMARY KEY (subject, arrival)
) STRICT, WITHOUT ROWID;

CREATE INDEX buying_by_day ON buying (day);

CREATE TABLE consent (
  subject     BLOB NOT NULL,
  arrival     INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  key_version INTEGER NOT NULL,
  body        BLOB NOT NULL,
  PRIMARY KEY (subject, arrival)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_key (
  subject BLOB NOT NULL,
  key     BLOB NOT NULL CHECK (length(key) = 16),
  day     INTEGER NOT NULL,
  PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  subject     BLOB NOT NULL,
  arrival     INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  key_version INTEGER NOT NULL,
  rec_key     BLOB NOT NULL CHECK (length(rec_key) = 16),
  body        BLOB NOT NULL,
  PRIMARY KEY (subject, arrival)
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_by_day ON evidence (day);

CREATE UNIQUE INDEX evidence_by_rec_key ON evidence (rec_key);

CREATE TABLE measure (
  subject     BLOB NOT NULL,
  arrival     INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  key_version INTEGER NOT NULL,
  body        BLOB NOT NULL,
  PRIMARY KEY (subject, arrival)
) STRICT, WITHOUT ROWID;

CREATE INDEX measure_by_day ON measure (day);

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
  item_id TEXT PRIMARY KEY,
  body    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shared_evidence (
  rec_id TEXT PRIMARY KEY,
  day    INTEGER NOT NULL,
  body   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE subject (
  subject     BLOB PRIMARY KEY CHECK (length(subject) = 16),
  consent_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE taste (
  subject     BLOB NOT NULL,
  arrival     INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  key_version INTEGER NOT NULL,
  body        BLOB NOT NULL,
  PRIMARY KEY (subject, arrival)
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstone (
  alias     BLOB PRIMARY KEY CHECK (length(alias) = 16),
  erased_at INTEGER NOT NULL,
  until_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE total (
  name   TEXT PRIMARY KEY,
  count  INTEGER NOT NULL,
  people INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
