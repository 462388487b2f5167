-- Retention asks each camera for its own oldest footage that is still there. Rows of footage that is gone stay for good, so the index
-- by time alone would be read from the archive's first day on.
CREATE INDEX segment_kept ON segment (camera, end_at) WHERE state = 'sealed';
