-- A film that is gone can be uploaded again: as another film with the same bytes. Which of them came first says their time, and only the last
-- can still have its file, which the program sees to.
ALTER TABLE footage_upload DROP CONSTRAINT footage_upload_sha256_key;
CREATE INDEX footage_upload_sha256 ON footage_upload (sha256, at);
COMMENT ON COLUMN footage_upload.sha256 IS 'Hex hash of the file, as its ledger entry has it; the same bytes are there once, and again when they were gone.';
