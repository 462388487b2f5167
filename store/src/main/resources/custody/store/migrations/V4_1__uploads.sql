-- Files of body and vehicle cameras, kept as they came.

CREATE TABLE footage_upload (
    id        uuid        PRIMARY KEY,
    facility  text        NOT NULL,
    sha256    text        NOT NULL UNIQUE,
    bytes     bigint      NOT NULL,
    begins_at timestamptz NOT NULL,
    at        timestamptz NOT NULL,
    record_id uuid,
    data_key  uuid        NOT NULL,
    said      bytea       NOT NULL
);
CREATE INDEX footage_upload_time ON footage_upload (facility, at);
CREATE INDEX footage_upload_record ON footage_upload (record_id, begins_at) WHERE record_id IS NOT NULL;
COMMENT ON TABLE footage_upload IS 'Uploaded films. Rows are never changed; the file lies under the id.';
COMMENT ON COLUMN footage_upload.id IS 'Names it and its file.';
COMMENT ON COLUMN footage_upload.facility IS 'Facility.';
COMMENT ON COLUMN footage_upload.sha256 IS 'Hex hash of the file, as its ledger entry has it; unique: the same bytes are kept once.';
COMMENT ON COLUMN footage_upload.bytes IS 'Length of the file.';
COMMENT ON COLUMN footage_upload.begins_at IS 'Beginning by the true time: the device''s clock less its offset.';
COMMENT ON COLUMN footage_upload.at IS 'When it was uploaded.';
COMMENT ON COLUMN footage_upload.record_id IS 'Record whose apprehension it shows; null for none.';
COMMENT ON COLUMN footage_upload.data_key IS 'Video key of the ciphertext.';
COMMENT ON COLUMN footage_upload.said IS 'Device, its clock, who uploaded, note, length and coding.';

GRANT SELECT, INSERT ON footage_upload TO ${application};
