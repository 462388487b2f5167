-- What an earlier version wrote can want more than new tables: some of it is inside ciphertexts, and is looked over once by the running node.
CREATE TABLE looked_over (
    what    text        PRIMARY KEY,
    done_at timestamptz NOT NULL
);
COMMENT ON TABLE looked_over IS 'What of earlier versions was looked over to its end. A restore from a backup of before it does so again.';
COMMENT ON COLUMN looked_over.what IS 'holds: entries that say footage is held.';
COMMENT ON COLUMN looked_over.done_at IS 'When that was done.';
GRANT SELECT, INSERT ON looked_over TO ${application};
