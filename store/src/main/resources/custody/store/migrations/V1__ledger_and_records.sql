-- The ledger, the records and what is looked up beside them. Written by the owner; the application role gets exactly the
-- rights at the end. Unless a comment says otherwise: times are UTC, hashes are SHA-256 of 32 bytes, ciphertexts are
-- nonce (12 bytes), AES-256-GCM output, tag (16 bytes), as docs/design/keys.md says.

CREATE TABLE ledger_epoch (
    epoch         integer     PRIMARY KEY,
    origin        text        NOT NULL UNIQUE,
    verifier_key  text        NOT NULL,
    opened_at     timestamptz NOT NULL
);
COMMENT ON TABLE ledger_epoch IS 'One row for each tree this node has kept; a new epoch opens after a restore or a fork.';
COMMENT ON COLUMN ledger_epoch.epoch IS 'Counts from 1; part of every ledger key, so that an index is never used twice.';
COMMENT ON COLUMN ledger_epoch.origin IS 'Name of the tree in checkpoints, custody/<facility>/<epoch>.';
COMMENT ON COLUMN ledger_epoch.verifier_key IS 'C2SP vkey of the checkpoint signatures; the signer tests itself against it at start.';
COMMENT ON COLUMN ledger_epoch.opened_at IS 'Node time of opening.';

CREATE TABLE leaf (
    epoch      integer NOT NULL,
    index      bigint  NOT NULL,
    leaf       bytea   NOT NULL,
    leaf_hash  bytea   NOT NULL,
    PRIMARY KEY (epoch, index)
) WITH (toast_tuple_target = 8160);
ALTER TABLE leaf ALTER COLUMN leaf SET STORAGE EXTERNAL;
COMMENT ON TABLE leaf IS 'The entries of the ledger, one row each, never changed.';
COMMENT ON COLUMN leaf.epoch IS 'Tree the leaf belongs to.';
COMMENT ON COLUMN leaf.index IS 'Place in the tree, from 0 without holes.';
COMMENT ON COLUMN leaf.leaf IS 'Exact bytes that are hashed (docs/formats/leaf.md); never written anew.';
COMMENT ON COLUMN leaf.leaf_hash IS 'SHA-256(0x00 ‖ leaf); kept so that the right edge of the tree can be served and resumed.';

CREATE TABLE tile (
    epoch   integer  NOT NULL,
    level   smallint NOT NULL,
    number  bigint   NOT NULL,
    hashes  bytea    NOT NULL,
    root    bytea    NOT NULL,
    PRIMARY KEY (epoch, level, number)
) WITH (toast_tuple_target = 8160);
ALTER TABLE tile ALTER COLUMN hashes SET STORAGE EXTERNAL;
COMMENT ON TABLE tile IS 'Full tiles (C2SP tlog-tiles): what is served and what proofs are made of. Derived from leaves, never changed.';
COMMENT ON COLUMN tile.epoch IS 'Tree the tile belongs to.';
COMMENT ON COLUMN tile.level IS 'Tile level: 0 holds leaf hashes.';
COMMENT ON COLUMN tile.number IS 'Place within the level, from 0.';
COMMENT ON COLUMN tile.hashes IS '256 hashes of 32 bytes.';
COMMENT ON COLUMN tile.root IS 'Root over the 256 hashes: the hash that stands for this tile one level above, so that partial tiles need no copy.';

CREATE TABLE tree_head (
    epoch     integer PRIMARY KEY,
    size      bigint  NOT NULL,
    root      bytea   NOT NULL,
    frontier  bytea   NOT NULL
) WITH (fillfactor = 10);
COMMENT ON TABLE tree_head IS 'Where the tree stands: one row for each epoch, written in the transaction of its leaves.';
COMMENT ON COLUMN tree_head.epoch IS 'Tree.';
COMMENT ON COLUMN tree_head.size IS 'Number of leaves.';
COMMENT ON COLUMN tree_head.root IS 'RFC 6962 root over all leaves.';
COMMENT ON COLUMN tree_head.frontier IS 'Hashes of the right edge, all an appender needs (size as 8 bytes, then hashes, largest subtree first).';

CREATE TABLE checkpoint (
    epoch  integer NOT NULL,
    size   bigint  NOT NULL,
    note   text    NOT NULL,
    PRIMARY KEY (epoch, size)
);
COMMENT ON TABLE checkpoint IS 'Signed checkpoints, in the order in which they were signed; the newest is served.';
COMMENT ON COLUMN checkpoint.epoch IS 'Tree.';
COMMENT ON COLUMN checkpoint.size IS 'Number of leaves it covers.';
COMMENT ON COLUMN checkpoint.note IS 'C2SP signed note.';

CREATE TABLE data_key (
    id        uuid PRIMARY KEY,
    purpose   text NOT NULL CHECK (purpose IN ('record', 'reading', 'staff')),
    facility  text NOT NULL,
    month     text NOT NULL,
    kek       text NOT NULL,
    wrapped   bytea NOT NULL
);
CREATE UNIQUE INDEX data_key_shared ON data_key (purpose, facility, month) WHERE purpose <> 'record';
COMMENT ON TABLE data_key IS 'Random 256-bit keys, each wrapped by a key of the keystore. Deleting a row is what erasing a record means.';
COMMENT ON COLUMN data_key.id IS 'The record whose key it is; for the other purposes a random id.';
COMMENT ON COLUMN data_key.purpose IS 'record: one record; reading: looks that concern no single record; staff: officers and role changes.';
COMMENT ON COLUMN data_key.facility IS 'Facility, part of the name of the wrapping key.';
COMMENT ON COLUMN data_key.month IS 'Month of making in UTC, yyyy-mm, part of the name of the wrapping key.';
COMMENT ON COLUMN data_key.kek IS 'Name of the wrapping key in the keystore.';
COMMENT ON COLUMN data_key.wrapped IS 'The key as AES-256-GCM ciphertext under the wrapping key; id and purpose are authenticated with it.';

CREATE TABLE event (
    epoch       integer NOT NULL,
    index       bigint  NOT NULL,
    record_id   uuid    NOT NULL,
    version     integer NOT NULL,
    ciphertext  bytea   NOT NULL,
    PRIMARY KEY (epoch, index),
    UNIQUE (record_id, version)
) WITH (toast_tuple_target = 8160);
ALTER TABLE event ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
COMMENT ON TABLE event IS 'Payloads of record leaves that are events, never changed. Kind, person, officer and time are inside the ciphertext.';
COMMENT ON COLUMN event.epoch IS 'Tree of the leaf.';
COMMENT ON COLUMN event.index IS 'Index of the leaf.';
COMMENT ON COLUMN event.record_id IS 'Random id of the record: tells nothing of the person.';
COMMENT ON COLUMN event.version IS 'Place in the record, from 1 without holes.';
COMMENT ON COLUMN event.ciphertext IS 'Fields of the event (docs/formats/payload.md) under the record''s key; its SHA-256 is in the leaf.';

CREATE TABLE reading (
    epoch       integer NOT NULL,
    index       bigint  NOT NULL,
    record_id   uuid,
    data_key    uuid    NOT NULL,
    ciphertext  bytea   NOT NULL,
    PRIMARY KEY (epoch, index)
) WITH (toast_tuple_target = 8160);
ALTER TABLE reading ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
CREATE INDEX reading_record ON reading (record_id, epoch, index) WHERE record_id IS NOT NULL;
COMMENT ON TABLE reading IS 'Payloads of record leaves that are looks at personal data, never changed.';
COMMENT ON COLUMN reading.epoch IS 'Tree of the leaf.';
COMMENT ON COLUMN reading.index IS 'Index of the leaf.';
COMMENT ON COLUMN reading.record_id IS 'Record that was looked at; null for a whiteboard or a search.';
COMMENT ON COLUMN reading.data_key IS 'Key of the ciphertext: the record''s, or the facility''s reading key of the month.';
COMMENT ON COLUMN reading.ciphertext IS 'Who, post, purpose, what, when (docs/formats/payload.md); its SHA-256 is in the leaf.';

CREATE TABLE role_change (
    epoch       integer NOT NULL,
    index       bigint  NOT NULL,
    data_key    uuid    NOT NULL,
    ciphertext  bytea   NOT NULL,
    PRIMARY KEY (epoch, index)
);
COMMENT ON TABLE role_change IS 'Payloads of role leaves: an officer put in or changed, never changed.';
COMMENT ON COLUMN role_change.epoch IS 'Tree of the leaf.';
COMMENT ON COLUMN role_change.index IS 'Index of the leaf.';
COMMENT ON COLUMN role_change.data_key IS 'Staff key of the facility and month.';
COMMENT ON COLUMN role_change.ciphertext IS 'The officer as put in; its SHA-256 is in the leaf.';

CREATE TABLE custody_record (
    record_id       uuid        PRIMARY KEY,
    facility        text        NOT NULL,
    year            integer     NOT NULL,
    running         integer     NOT NULL,
    version         integer     NOT NULL,
    status          text        NOT NULL,
    ended           boolean     NOT NULL,
    apprehended_at  timestamptz NOT NULL,
    last_event_at   timestamptz NOT NULL,
    epoch           integer     NOT NULL,
    index           bigint      NOT NULL,
    summary         bytea       NOT NULL,
    UNIQUE (facility, year, running)
) WITH (fillfactor = 70, toast_tuple_target = 8160);
ALTER TABLE custody_record ALTER COLUMN summary SET STORAGE EXTERNAL;
CREATE INDEX custody_record_present ON custody_record (facility, apprehended_at DESC, record_id) WHERE NOT ended;
CREATE INDEX custody_record_time ON custody_record (apprehended_at DESC, record_id);
COMMENT ON TABLE custody_record IS 'Projection: a record on one line. Rebuilt from events by the check; holds no personal data in clear.';
COMMENT ON COLUMN custody_record.record_id IS 'Random id.';
COMMENT ON COLUMN custody_record.facility IS 'Facility that opened it, first part of the number.';
COMMENT ON COLUMN custody_record.year IS 'Year of registration in the facility''s zone, second part of the number.';
COMMENT ON COLUMN custody_record.running IS 'Running number within facility and year, from 1.';
COMMENT ON COLUMN custody_record.version IS 'Number of events.';
COMMENT ON COLUMN custody_record.status IS 'Where the custody stands, a constant''s name; needed to list and filter.';
COMMENT ON COLUMN custody_record.ended IS 'Whether control over the person has ended; the whiteboard lists those where not.';
COMMENT ON COLUMN custody_record.apprehended_at IS 'T0 as it stands; lists are sorted and filtered by it.';
COMMENT ON COLUMN custody_record.last_event_at IS 'When the last thing happened.';
COMMENT ON COLUMN custody_record.epoch IS 'Tree of the newest event''s leaf.';
COMMENT ON COLUMN custody_record.index IS 'Index of the newest event''s leaf.';
COMMENT ON COLUMN custody_record.summary IS 'How things stand, under the record''s key.';

CREATE TABLE search_token (
    token      bytea NOT NULL,
    record_id  uuid  NOT NULL,
    PRIMARY KEY (token, record_id)
);
CREATE INDEX search_token_record ON search_token (record_id);
COMMENT ON TABLE search_token IS 'Finds records by beginnings of names without holding a name.';
COMMENT ON COLUMN search_token.token IS 'First 10 bytes of HMAC-SHA256 under the facility''s index key of a beginning of a normalised name.';
COMMENT ON COLUMN search_token.record_id IS 'Record with such a name.';

CREATE TABLE request_key (
    name           bytea       PRIMARY KEY,
    body_digest    bytea       NOT NULL,
    record_id      uuid        NOT NULL,
    first_version  integer     NOT NULL,
    last_version   integer     NOT NULL,
    at             timestamptz NOT NULL
);
COMMENT ON TABLE request_key IS 'Requests that were stored, so that a retry is answered the same and stores nothing.';
COMMENT ON COLUMN request_key.name IS 'SHA-256 of badge, zero byte and key: what a client chose as key may be anything.';
COMMENT ON COLUMN request_key.body_digest IS 'SHA-256 of method, path and body: another body under the key is refused.';
COMMENT ON COLUMN request_key.record_id IS 'Record that it wrote to.';
COMMENT ON COLUMN request_key.first_version IS 'First version it added.';
COMMENT ON COLUMN request_key.last_version IS 'Last version it added.';
COMMENT ON COLUMN request_key.at IS 'When; old ones are deleted.';

CREATE TABLE facility (
    code     text PRIMARY KEY,
    name_uk  text NOT NULL,
    name_en  text NOT NULL,
    region   text NOT NULL,
    kind     text NOT NULL,
    state    text NOT NULL,
    zone     text NOT NULL,
    area_norm        integer NOT NULL,
    legal_aid_centre text,
    prosecutor       text,
    court            text,
    hospital         text
);
COMMENT ON TABLE facility IS 'Facilities this node serves.';
COMMENT ON COLUMN facility.code IS 'Names it in the country.';
COMMENT ON COLUMN facility.name_uk IS 'Name in Ukrainian.';
COMMENT ON COLUMN facility.name_en IS 'Name in English.';
COMMENT ON COLUMN facility.region IS 'Region.';
COMMENT ON COLUMN facility.kind IS 'Constant''s name.';
COMMENT ON COLUMN facility.state IS 'Constant''s name.';
COMMENT ON COLUMN facility.zone IS 'IANA time zone of its walls'' clocks.';
COMMENT ON COLUMN facility.area_norm IS 'Least floor area a person, in hundredths of a square metre.';
COMMENT ON COLUMN facility.legal_aid_centre IS 'Legal-aid centre that serves it; null where not entered.';
COMMENT ON COLUMN facility.prosecutor IS 'Prosecutor''s office that serves it; null where not entered.';
COMMENT ON COLUMN facility.court IS 'Court of the investigating judges; null where not entered.';
COMMENT ON COLUMN facility.hospital IS 'Hospital that serves it; null where not entered.';

CREATE TABLE room (
    facility      text    NOT NULL REFERENCES facility (code),
    code          text    NOT NULL,
    position      integer NOT NULL,
    name          text    NOT NULL,
    kind          text    NOT NULL,
    privacy       text    NOT NULL,
    custody_zone  boolean NOT NULL,
    area          integer NOT NULL,
    capacity      integer NOT NULL,
    designation   text    NOT NULL,
    out_of_use    text,
    PRIMARY KEY (facility, code)
);
COMMENT ON TABLE room IS 'Rooms of a facility.';
COMMENT ON COLUMN room.facility IS 'Facility.';
COMMENT ON COLUMN room.code IS 'Names it within the facility.';
COMMENT ON COLUMN room.position IS 'Place in the list of rooms, from 0.';
COMMENT ON COLUMN room.name IS 'What people call it.';
COMMENT ON COLUMN room.kind IS 'Constant''s name.';
COMMENT ON COLUMN room.privacy IS 'What cameras may do there, constant''s name.';
COMMENT ON COLUMN room.custody_zone IS 'Whether in the Custody Records zone.';
COMMENT ON COLUMN room.area IS 'Floor area in hundredths of a square metre.';
COMMENT ON COLUMN room.capacity IS 'Most people held there.';
COMMENT ON COLUMN room.designation IS 'For whom it is meant, constant''s name.';
COMMENT ON COLUMN room.out_of_use IS 'Why nobody may be put there now; null while it is in use.';

CREATE TABLE officer (
    badge       text  PRIMARY KEY,
    data_key    uuid  NOT NULL,
    ciphertext  bytea NOT NULL
);
COMMENT ON TABLE officer IS 'People who act in the system.';
COMMENT ON COLUMN officer.badge IS 'Names the person in every event; needed to find the row.';
COMMENT ON COLUMN officer.data_key IS 'Staff key of the facility and month.';
COMMENT ON COLUMN officer.ciphertext IS 'Name, rank, post, facility, category, whether active.';

CREATE TABLE account (
    badge          text        PRIMARY KEY,
    password_hash  text        NOT NULL,
    failures       integer     NOT NULL,
    failed_at      timestamptz NOT NULL
);
COMMENT ON TABLE account IS 'How officers prove who they are.';
COMMENT ON COLUMN account.badge IS 'Officer.';
COMMENT ON COLUMN account.password_hash IS 'Argon2id string made by the caller.';
COMMENT ON COLUMN account.failures IS 'Failed sign-ins since the last success.';
COMMENT ON COLUMN account.failed_at IS 'Last failure; the epoch''s begin where there was none.';

CREATE TABLE token (
    sha256   bytea       PRIMARY KEY,
    badge    text        NOT NULL,
    expires  timestamptz NOT NULL
);
CREATE INDEX token_badge ON token (badge);
COMMENT ON TABLE token IS 'API tokens, by hash.';
COMMENT ON COLUMN token.sha256 IS 'SHA-256 of the token; the token itself is shown once and kept nowhere.';
COMMENT ON COLUMN token.badge IS 'Whose.';
COMMENT ON COLUMN token.expires IS 'Not valid from then on.';

-- Seat belt against programs of our own; what it cannot stop, the check finds.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
COMMENT ON FUNCTION refuse_change() IS 'Refuses to change or delete what is sealed.';

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['ledger_epoch', 'leaf', 'tile', 'checkpoint', 'event', 'reading', 'role_change'] LOOP
        EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
        EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    END LOOP;
END $$;

GRANT USAGE ON SCHEMA custody TO ${application};
GRANT SELECT, INSERT ON ledger_epoch, leaf, tile, checkpoint, event, reading, role_change TO ${application};
GRANT SELECT, INSERT, UPDATE ON tree_head, custody_record, facility, officer, account TO ${application};
GRANT SELECT, INSERT, DELETE ON data_key, search_token, request_key, token TO ${application};
GRANT SELECT, INSERT, DELETE ON room TO ${application};
