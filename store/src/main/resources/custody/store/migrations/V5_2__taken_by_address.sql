-- Each address of a message is a delivery of its own: one that takes nothing keeps nothing from the others.
-- A table of its own and no column, so that backups made before it can still be restored.
CREATE TABLE alarm_taken (
    message   uuid        NOT NULL REFERENCES alarm_message (id),
    delivery  uuid        NOT NULL,
    taken_at  timestamptz NOT NULL,
    PRIMARY KEY (message, delivery)
);
COMMENT ON TABLE alarm_taken IS 'Deliveries of messages that the other side took, one an address. What is not here is tried again. Rows are never changed.';
COMMENT ON COLUMN alarm_taken.message IS 'The message.';
COMMENT ON COLUMN alarm_taken.delivery IS 'Digest of message and address: addresses are in the settings and not here.';
COMMENT ON COLUMN alarm_taken.taken_at IS 'When it was noted.';
COMMENT ON COLUMN alarm_message.delivered_at IS 'When the last of its addresses took it; null while one did not.';
COMMENT ON COLUMN alarm_message.attempts IS 'How often sending to those who have not got it was tried.';

GRANT SELECT, INSERT ON alarm_taken TO ${application};
