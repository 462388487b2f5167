-- When each record's clocks change next, and martial law at facilities.

CREATE TABLE alarm_due (
    record_id     uuid        PRIMARY KEY,
    version       integer     NOT NULL,
    next_due      timestamptz,
    pack          text        NOT NULL,
    pack_version  text        NOT NULL,
    pack_hash     text        NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX alarm_due_next ON alarm_due (next_due) WHERE next_due IS NOT NULL;
COMMENT ON TABLE alarm_due IS 'Index of next instants: the alarm clock sleeps until the first. Derived from events; a row behind its record is computed anew at start.';
COMMENT ON COLUMN alarm_due.record_id IS 'Record.';
COMMENT ON COLUMN alarm_due.version IS 'Version of the record it was computed from; smaller than the record''s where the node stopped in between.';
COMMENT ON COLUMN alarm_due.next_due IS 'Next instant at which anything on the clock board changes; null where nothing ever will without a new event.';
COMMENT ON COLUMN alarm_due.pack IS 'Rule pack that judges the record to its end: id.';
COMMENT ON COLUMN alarm_due.pack_version IS 'Its version.';
COMMENT ON COLUMN alarm_due.pack_hash IS 'SHA-256 of its files, 64 hex digits.';

CREATE TABLE martial_law (
    facility    text        NOT NULL REFERENCES facility (code),
    position    integer     NOT NULL,
    in_force    boolean     NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_to    timestamptz,
    authority   text,
    declared_by text        NOT NULL,
    PRIMARY KEY (facility, position)
);
COMMENT ON TABLE martial_law IS 'What was declared about martial law at a facility, in the order in which it was written; a later row overrules an earlier one. Never changed.';
COMMENT ON COLUMN martial_law.facility IS 'Facility.';
COMMENT ON COLUMN martial_law.position IS 'Counts from 1.';
COMMENT ON COLUMN martial_law.in_force IS 'Whether it is in force in that time.';
COMMENT ON COLUMN martial_law.valid_from IS 'First instant.';
COMMENT ON COLUMN martial_law.valid_to IS 'First instant that no longer counts; null while open.';
COMMENT ON COLUMN martial_law.authority IS 'Act that says so; null where not entered.';
COMMENT ON COLUMN martial_law.declared_by IS 'Badge of whoever entered it.';

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON martial_law FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE, DELETE ON alarm_due TO ${application};
GRANT SELECT, INSERT ON martial_law TO ${application};
