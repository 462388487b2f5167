-- Alarms about cameras, whoever is in their rooms; told by the same ladder and the same outbox as alerts of records.

CREATE TABLE camera_alarm (
    id               uuid        PRIMARY KEY,
    facility         text        NOT NULL,
    camera           text        NOT NULL,
    trouble          text        NOT NULL,
    came_true_at     timestamptz NOT NULL,
    raised_at        timestamptz NOT NULL,
    rung             smallint    NOT NULL DEFAULT 0,
    next_step_at     timestamptz,
    settled_at       timestamptz,
    acknowledged_by  text,
    acknowledged_at  timestamptz
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX camera_alarm_lasting ON camera_alarm (facility, camera, trouble) WHERE settled_at IS NULL;
CREATE INDEX camera_alarm_step ON camera_alarm (next_step_at) WHERE next_step_at IS NOT NULL;
CREATE INDEX camera_alarm_settled ON camera_alarm (facility, settled_at) WHERE settled_at IS NOT NULL;
COMMENT ON TABLE camera_alarm IS 'That a camera did not show what it should. Each beginning and end stands beside an entry of class gap. Rows are never deleted.';
COMMENT ON COLUMN camera_alarm.id IS 'Names it outside.';
COMMENT ON COLUMN camera_alarm.facility IS 'Facility whose people are told.';
COMMENT ON COLUMN camera_alarm.camera IS 'Camera; empty where the recorder itself was away.';
COMMENT ON COLUMN camera_alarm.trouble IS 'recorder-away, offline, no-key-frame, frozen, black, covered, blurred, moved, clock, resolution.';
COMMENT ON COLUMN camera_alarm.came_true_at IS 'Since when.';
COMMENT ON COLUMN camera_alarm.raised_at IS 'When it was raised; time without acknowledgement counts from here.';
COMMENT ON COLUMN camera_alarm.rung IS 'Highest rung told, as in alert.rung.';
COMMENT ON COLUMN camera_alarm.next_step_at IS 'When the next rung is to be told; null where none is left, somebody took note, or the camera is well.';
COMMENT ON COLUMN camera_alarm.settled_at IS 'Since when the camera is well again; null while it is not.';
COMMENT ON COLUMN camera_alarm.acknowledged_by IS 'Badge of whoever took note; null while nobody did. Copy of a committed entry.';
COMMENT ON COLUMN camera_alarm.acknowledged_at IS 'When; null while nobody did.';

ALTER TABLE alarm_message
    ALTER COLUMN record_id DROP NOT NULL,
    ALTER COLUMN version DROP NOT NULL,
    ADD COLUMN camera_alarm uuid REFERENCES camera_alarm (id),
    ADD COLUMN cameras smallint NOT NULL DEFAULT 1,
    ADD CHECK ((record_id IS NULL) = (version IS NULL)),
    ADD CHECK ((record_id IS NULL) <> (camera_alarm IS NULL));
COMMENT ON COLUMN alarm_message.record_id IS 'Record of the alert; null for an alarm about cameras.';
COMMENT ON COLUMN alarm_message.version IS 'Version of the alert''s event; null for an alarm about cameras.';
COMMENT ON COLUMN alarm_message.camera_alarm IS 'The alarm about a camera, the first of those told together; null for an alert of a record.';
COMMENT ON COLUMN alarm_message.cameras IS 'How many alarms about cameras the message tells of: cameras lost together are one message.';

GRANT SELECT, INSERT, UPDATE ON camera_alarm TO ${application};
