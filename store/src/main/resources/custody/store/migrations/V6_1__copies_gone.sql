-- Uploaded films and files of exports have a term as footage has. Their rows stay, and those of films are never changed.

CREATE TABLE footage_copy_gone (
    id    uuid        PRIMARY KEY,
    state text        NOT NULL CHECK (state IN ('expiring', 'gone', 'kept')),
    at    timestamptz NOT NULL
);
COMMENT ON TABLE footage_copy_gone IS 'Uploaded films and files of exports whose term was over.';
COMMENT ON COLUMN footage_copy_gone.id IS 'Of the row in footage_upload or footage_export.';
COMMENT ON COLUMN footage_copy_gone.state IS 'expiring: the ledger was told, the file may still be there; gone: it is deleted; kept: a hold came in between.';
COMMENT ON COLUMN footage_copy_gone.at IS 'When that was decided last.';

GRANT SELECT, INSERT, UPDATE ON footage_copy_gone TO ${application};
