-- Which minute was written last is what counts when a clock was put back, not which is the latest.
CREATE INDEX video_minute_order ON video_minute (facility, epoch, index);
COMMENT ON COLUMN video_minute.minute IS 'Beginning of the minute; there twice only where the clock was put back in between.';
