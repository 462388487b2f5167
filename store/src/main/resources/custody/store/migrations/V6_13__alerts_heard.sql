-- That an alert climbed to a rung is no proof that anybody there was told: no channel need reach the rung, and no screen need be open.
ALTER TABLE alert ADD COLUMN heard smallint;
COMMENT ON COLUMN alert.heard IS 'Rungs on whose screens it stood after it had climbed there, the lowest in the lowest bit; null where it was raised before this was written down.';
COMMENT ON COLUMN alert.rung IS 'Highest rung it climbed to: 0 none, 1 custody officer, 2 head of facility, 3 region, 4 department, 5 prosecutor.';
-- The alerts page asks for each alert whether a message of it arrived.
CREATE INDEX alarm_message_alert ON alarm_message (record_id, version);
