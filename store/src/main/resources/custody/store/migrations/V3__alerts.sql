-- Alerts as they stand, and the messages that tell people of them.

CREATE TABLE alert (
    record_id        uuid        NOT NULL,
    version          integer     NOT NULL,
    event_id         uuid        NOT NULL UNIQUE,
    facility         text        NOT NULL,
    kind             text        NOT NULL CHECK (kind IN ('BREACH', 'WARNING', 'QUESTION')),
    rule             text        NOT NULL,
    provision        text,
    due              timestamptz,
    percent          smallint    NOT NULL,
    pack             text,
    came_true_at     timestamptz NOT NULL,
    raised_at        timestamptz NOT NULL,
    rung             smallint    NOT NULL DEFAULT 0,
    next_step_at     timestamptz,
    settled_at       timestamptz,
    urging           boolean     NOT NULL DEFAULT true,
    acknowledged_by  text,
    acknowledged_at  timestamptz,
    PRIMARY KEY (record_id, version)
) WITH (fillfactor = 70);
CREATE INDEX alert_step ON alert (next_step_at) WHERE next_step_at IS NOT NULL;
CREATE INDEX alert_open ON alert (facility, raised_at) WHERE settled_at IS NULL OR (urging AND acknowledged_at IS NULL);
COMMENT ON TABLE alert IS 'Warnings, breaches and questions: a row is written in the transaction of the event that says it, so none can be lost between the record and the people who must hear of it. Names no person.';
COMMENT ON COLUMN alert.record_id IS 'Record.';
COMMENT ON COLUMN alert.version IS 'Version of the event in the record.';
COMMENT ON COLUMN alert.event_id IS 'The event; names the alert outside.';
COMMENT ON COLUMN alert.facility IS 'Facility of the record''s number: its people are told.';
COMMENT ON COLUMN alert.kind IS 'Constant''s name.';
COMMENT ON COLUMN alert.rule IS 'Rule of the pack; for a question the honesty rule. In clear, since people are told it by e-mail: it says which duty, of a record that has only a number.';
COMMENT ON COLUMN alert.provision IS 'Article and part as the rule cites it; null for a question.';
COMMENT ON COLUMN alert.due IS 'Last instant at which the duty was kept; null for a question.';
COMMENT ON COLUMN alert.percent IS 'Share of the limit that had passed, 0 to 100.';
COMMENT ON COLUMN alert.pack IS 'Pack that judged, as the event names it; null for a question.';
COMMENT ON COLUMN alert.came_true_at IS 'When it came true.';
COMMENT ON COLUMN alert.raised_at IS 'When it was recorded; time without acknowledgement counts from here.';
COMMENT ON COLUMN alert.rung IS 'Highest rung told: 0 none, 1 custody officer, 2 head of facility, 3 region, 4 department, 5 prosecutor.';
COMMENT ON COLUMN alert.next_step_at IS 'When the next rung is to be told; null where no rung is left or nobody needs to be told any more. The index over it is all that waiting costs.';
COMMENT ON COLUMN alert.settled_at IS 'Since when nothing is owed any more; null while open.';
COMMENT ON COLUMN alert.urging IS 'Whether people go on being told until one of them takes note, though it was put right.';
COMMENT ON COLUMN alert.acknowledged_by IS 'Badge of whoever took note; null while nobody did. Copy of an event of the record.';
COMMENT ON COLUMN alert.acknowledged_at IS 'When; null while nobody did.';

CREATE TABLE alarm_message (
    id               uuid        PRIMARY KEY,
    record_id        uuid        NOT NULL,
    version          integer     NOT NULL,
    channel          text        NOT NULL CHECK (channel IN ('email', 'webhook', 'sms')),
    rung             smallint    NOT NULL,
    made_at          timestamptz NOT NULL,
    attempts         integer     NOT NULL DEFAULT 0,
    next_attempt_at  timestamptz,
    delivered_at     timestamptz,
    failure          text,
    FOREIGN KEY (record_id, version) REFERENCES alert (record_id, version)
) WITH (fillfactor = 70);
CREATE INDEX alarm_message_waiting ON alarm_message (channel, next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX alarm_message_undelivered ON alarm_message (made_at) WHERE delivered_at IS NULL;
COMMENT ON TABLE alarm_message IS 'Outbox: what is to be told outside, written in the transaction that moves an alert up a rung, sent until the other side has it.';
COMMENT ON COLUMN alarm_message.id IS 'Made of event, rung and channel: the same message has the same id however often it is made or sent, so that a receiver can drop a second copy.';
COMMENT ON COLUMN alarm_message.record_id IS 'Record of the alert.';
COMMENT ON COLUMN alarm_message.version IS 'Version of the alert''s event.';
COMMENT ON COLUMN alarm_message.channel IS 'How it is sent.';
COMMENT ON COLUMN alarm_message.rung IS 'Whom it is for, as in alert.rung; addresses are in the settings and not here.';
COMMENT ON COLUMN alarm_message.made_at IS 'When the rung was reached.';
COMMENT ON COLUMN alarm_message.attempts IS 'How often sending was tried.';
COMMENT ON COLUMN alarm_message.next_attempt_at IS 'When it is tried next; null once it arrived or was given up.';
COMMENT ON COLUMN alarm_message.delivered_at IS 'When the other side took it; null while it did not.';
COMMENT ON COLUMN alarm_message.failure IS 'What the last attempt met, one word of a closed list, never the other side''s words; null before the first and after success.';

GRANT SELECT, INSERT, UPDATE ON alert, alarm_message TO ${application};
