ALTER TABLE footage_export ADD COLUMN masks smallint NOT NULL DEFAULT 0;
COMMENT ON COLUMN footage_export.masks IS 'How many masks are painted over; 0 where film and originals are as they were recorded.';
