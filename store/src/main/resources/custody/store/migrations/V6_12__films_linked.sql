-- A film that was uploaded before its record was known, or by somebody who did not know it, is linked to it later, beside an entry.
GRANT UPDATE (record_id) ON footage_upload TO ${application};
COMMENT ON TABLE footage_upload IS 'Uploaded films. Of a row only the record is ever set, once; the file lies under the id.';
COMMENT ON COLUMN footage_upload.record_id IS 'Record whose apprehension it shows; null for none, and set later at most once, beside an entry video-upload-linked-1.';
-- Which records a complaint holds footage of is asked behind the end of what is held too.
CREATE INDEX footage_hold_begins ON footage_hold (facility, from_at);
