-- A clock that ran ahead wrote minutes that had not come yet. When it is put back they come, and are written then.
ALTER TABLE video_minute DROP CONSTRAINT video_minute_pkey;
ALTER TABLE video_minute ADD PRIMARY KEY (facility, minute, epoch, index);
ALTER TABLE video_minute ADD COLUMN written_at timestamptz;
COMMENT ON COLUMN video_minute.minute IS 'Beginning of the minute; there twice only where the clock ran ahead when it was written first.';
COMMENT ON COLUMN video_minute.written_at IS 'When it was written, by the clock of then; null in rows from before this was kept.';
