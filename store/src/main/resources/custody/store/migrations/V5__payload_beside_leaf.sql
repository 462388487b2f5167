-- A payload stands in the row of its leaf: one row, one insert and one look for what is written and read together
-- (docs/decisions/0004-append-in-stages.md). Tables of their own cost the append a third of its speed.

ALTER TABLE leaf RENAME TO leaf_alone;
ALTER TABLE leaf_alone RENAME CONSTRAINT leaf_pkey TO leaf_alone_pkey;

CREATE TABLE leaf (
    epoch       integer NOT NULL,
    index       bigint  NOT NULL,
    leaf        bytea   NOT NULL,
    leaf_hash   bytea   NOT NULL,
    record_id   uuid,
    version     integer,
    data_key    uuid,
    ciphertext  bytea
) WITH (toast_tuple_target = 8160);
ALTER TABLE leaf ALTER COLUMN leaf SET STORAGE EXTERNAL, ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
COMMENT ON TABLE leaf IS 'The entries of the ledger, one row each, with what each commits to beside it; never changed.';
COMMENT ON COLUMN leaf.epoch IS 'Tree the leaf belongs to.';
COMMENT ON COLUMN leaf.index IS 'Place in the tree, from 0 without holes.';
COMMENT ON COLUMN leaf.leaf IS 'Exact bytes that are hashed (docs/formats/leaf.md); never written anew.';
COMMENT ON COLUMN leaf.leaf_hash IS 'SHA-256(0x00 ‖ leaf); kept so that the right edge of the tree can be served and resumed.';
COMMENT ON COLUMN leaf.record_id IS 'Record that the payload concerns, a random id that tells nothing of the person; null for a whiteboard, a search, staff.';
COMMENT ON COLUMN leaf.version IS 'Of an event: its place in the record, from 1 without holes. Null for everything else.';
COMMENT ON COLUMN leaf.data_key IS 'Key of the ciphertext; null where it is the record''s own.';
COMMENT ON COLUMN leaf.ciphertext IS 'Payload (docs/formats/payload.md): an event, a look at personal data, an officer put in or changed. Its SHA-256 is in the leaf. Null for an entry in clear.';

INSERT INTO leaf
SELECT l.epoch, l.index, l.leaf, l.leaf_hash,
       coalesce(e.record_id, r.record_id),
       e.version,
       coalesce(nullif(r.data_key, r.record_id), c.data_key),
       coalesce(e.ciphertext, r.ciphertext, c.ciphertext)
FROM leaf_alone l
LEFT JOIN event e USING (epoch, index)
LEFT JOIN reading r USING (epoch, index)
LEFT JOIN role_change c USING (epoch, index)
ORDER BY l.epoch, l.index;

DROP TABLE leaf_alone, event, reading, role_change;

ALTER TABLE leaf ADD PRIMARY KEY (epoch, index);
CREATE UNIQUE INDEX leaf_version ON leaf (record_id, version) WHERE version IS NOT NULL;
CREATE INDEX leaf_look ON leaf (record_id, epoch, index) WHERE version IS NULL AND record_id IS NOT NULL;

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON leaf FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON leaf TO ${application};
