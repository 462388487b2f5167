-- Cameras, the index of footage, holds, masks, exports. Footage itself lies in files (docs/design/archive.md); from them the
-- index can be built again. Names of people, reasons in words and accounts are ciphertexts under the facility's video key.

ALTER TABLE data_key DROP CONSTRAINT data_key_purpose_check;
ALTER TABLE data_key ADD CONSTRAINT data_key_purpose_check CHECK (purpose IN ('record', 'reading', 'staff', 'video'));
COMMENT ON COLUMN data_key.purpose IS 'record: one record; reading: looks that concern no single record; staff: officers and role changes; video: accounts of cameras, who held, lifted, exported and why.';

CREATE TABLE retention_class (
    name        text    PRIMARY KEY,
    least_days  integer NOT NULL CHECK (least_days >= 1),
    most_days   integer NOT NULL CHECK (most_days >= least_days)
);
COMMENT ON TABLE retention_class IS 'How long footage is kept that nobody holds.';
COMMENT ON COLUMN retention_class.name IS 'Names the class; base is every camera''s that has no other.';
COMMENT ON COLUMN retention_class.least_days IS 'Days that are kept whatever room the disk has.';
COMMENT ON COLUMN retention_class.most_days IS 'Days after which footage goes whatever room the disk has: keeping it longer would be unlawful too.';

CREATE TABLE camera (
    id          text        PRIMARY KEY,
    facility    text        NOT NULL,
    room        text        NOT NULL,
    name        text        NOT NULL,
    aim         text        NOT NULL,
    direction   text        NOT NULL,
    main_url    text        NOT NULL,
    sub_url     text,
    account_key uuid,
    account     bytea,
    in_use      boolean     NOT NULL,
    retention   text        NOT NULL DEFAULT 'base' REFERENCES retention_class (name),
    added_at    timestamptz NOT NULL,
    removed_at  timestamptz,
    CHECK ((account_key IS NULL) = (account IS NULL))
);
CREATE INDEX camera_room ON camera (facility, room);
COMMENT ON TABLE camera IS 'Cameras, also removed ones, since footage lies under their ids.';
COMMENT ON COLUMN camera.id IS 'Names it in files and events; never used twice.';
COMMENT ON COLUMN camera.facility IS 'Facility.';
COMMENT ON COLUMN camera.room IS 'Room within the facility.';
COMMENT ON COLUMN camera.name IS 'What people call it.';
COMMENT ON COLUMN camera.aim IS 'ROOM or DOOR: a camera on the door of a privileged room is recorded, one inside is not.';
COMMENT ON COLUMN camera.direction IS 'What it shows, in words.';
COMMENT ON COLUMN camera.main_url IS 'Address of the recorded stream, without an account.';
COMMENT ON COLUMN camera.sub_url IS 'Address of the smaller stream for walls; null where it has none.';
COMMENT ON COLUMN camera.account_key IS 'Video key of the account; null where the camera needs none.';
COMMENT ON COLUMN camera.account IS 'User, line feed, password under that key, bound to the camera''s id. Never shown.';
COMMENT ON COLUMN camera.in_use IS 'False while it is taken out of use.';
COMMENT ON COLUMN camera.retention IS 'Class of its footage.';
COMMENT ON COLUMN camera.added_at IS 'When it was added.';
COMMENT ON COLUMN camera.removed_at IS 'When it was taken out for good; null while it is there.';

CREATE TABLE segment (
    camera       text        NOT NULL,
    sequence     bigint      NOT NULL,
    start_at     timestamptz NOT NULL,
    end_at       timestamptz NOT NULL,
    monotonic    bigint      NOT NULL,
    boot         uuid        NOT NULL,
    ticks        bigint      NOT NULL,
    frames       integer     NOT NULL,
    bytes        bigint      NOT NULL,
    codec        text        NOT NULL,
    width        integer     NOT NULL,
    height       integer     NOT NULL,
    init_hash    bytea       NOT NULL,
    init_length  integer     NOT NULL,
    path         text        NOT NULL,
    volume       smallint    NOT NULL DEFAULT 0,
    state        text        NOT NULL CHECK (state IN ('sealed', 'expiring', 'gone', 'missing')),
    root         bytea       NOT NULL,
    previous     bytea       NOT NULL,
    salvaged     boolean     NOT NULL,
    lost         bigint      NOT NULL,
    clock_offset bigint,
    fragments    bytea       NOT NULL,
    minute       timestamptz,
    PRIMARY KEY (camera, sequence)
) WITH (toast_tuple_target = 8160);
ALTER TABLE segment ALTER COLUMN fragments SET STORAGE EXTERNAL;
CREATE INDEX segment_time ON segment (camera, end_at);
CREATE INDEX segment_age ON segment (end_at) WHERE state IN ('sealed', 'expiring');
CREATE INDEX segment_unsaid ON segment (end_at) WHERE minute IS NULL;
COMMENT ON TABLE segment IS 'Index of finished segments; everything but state, volume and minute can be read again from the files.';
COMMENT ON COLUMN segment.camera IS 'Camera.';
COMMENT ON COLUMN segment.sequence IS 'Counts the camera''s segments from 1 without holes.';
COMMENT ON COLUMN segment.start_at IS 'Recorder''s wall clock when the first picture arrived.';
COMMENT ON COLUMN segment.end_at IS 'Wall clock at which the last picture ends.';
COMMENT ON COLUMN segment.monotonic IS 'Monotonic clock at the start, nanoseconds, comparable within one boot.';
COMMENT ON COLUMN segment.boot IS 'Run of the machine whose monotonic clock that is.';
COMMENT ON COLUMN segment.ticks IS 'Media duration, 1/90 000 s.';
COMMENT ON COLUMN segment.frames IS 'Pictures.';
COMMENT ON COLUMN segment.bytes IS 'Length of the file.';
COMMENT ON COLUMN segment.codec IS 'RFC 6381 name of the coding.';
COMMENT ON COLUMN segment.width IS 'Pixels.';
COMMENT ON COLUMN segment.height IS 'Pixels.';
COMMENT ON COLUMN segment.init_hash IS 'SHA-256 of the initialisation.';
COMMENT ON COLUMN segment.init_length IS 'Bytes before the first fragment.';
COMMENT ON COLUMN segment.path IS 'Path relative to the volume.';
COMMENT ON COLUMN segment.volume IS '0 the archive, 1 the second volume.';
COMMENT ON COLUMN segment.state IS 'sealed: there; expiring: about to be deleted; gone: deleted by retention; missing: the file cannot be found or read.';
COMMENT ON COLUMN segment.root IS 'Root over initialisation and fragments: what the ledger knows it by.';
COMMENT ON COLUMN segment.previous IS 'Root of the segment before, as this one''s header names it; zeros for the first.';
COMMENT ON COLUMN segment.salvaged IS 'Closed by a later run of the recorder.';
COMMENT ON COLUMN segment.lost IS 'Packets lost while it was recorded.';
COMMENT ON COLUMN segment.clock_offset IS 'Camera''s clock less the recorder''s, microseconds; null where unknown.';
COMMENT ON COLUMN segment.fragments IS 'Packed index of the fragments (docs/formats/segment.md), for seeking.';
COMMENT ON COLUMN segment.minute IS 'Minute of the ledger entry that names it; null until one does.';

CREATE TABLE segment_open (
    camera    text        PRIMARY KEY,
    sequence  bigint      NOT NULL,
    start_at  timestamptz NOT NULL,
    path      text        NOT NULL
);
COMMENT ON TABLE segment_open IS 'The segment that is being written for each camera.';
COMMENT ON COLUMN segment_open.camera IS 'Camera.';
COMMENT ON COLUMN segment_open.sequence IS 'Its number.';
COMMENT ON COLUMN segment_open.start_at IS 'When its first picture arrived.';
COMMENT ON COLUMN segment_open.path IS 'Path relative to the archive, of a file that grows.';

CREATE TABLE footage_gap (
    camera   text        NOT NULL,
    from_at  timestamptz NOT NULL,
    to_at    timestamptz,
    cause    text        NOT NULL,
    detail   text        NOT NULL,
    PRIMARY KEY (camera, from_at)
);
CREATE INDEX footage_gap_open ON footage_gap (camera) WHERE to_at IS NULL;
COMMENT ON TABLE footage_gap IS 'Every time that is not on record, with its cause.';
COMMENT ON COLUMN footage_gap.camera IS 'Camera.';
COMMENT ON COLUMN footage_gap.from_at IS 'End of the last picture before it.';
COMMENT ON COLUMN footage_gap.to_at IS 'Arrival of the first picture behind it; null while it is open.';
COMMENT ON COLUMN footage_gap.cause IS 'offline, power, disk, policy or degraded.';
COMMENT ON COLUMN footage_gap.detail IS 'One word more; never free text from a camera.';

CREATE TABLE recorder_journal (
    archive  text   PRIMARY KEY,
    number   bigint NOT NULL
);
COMMENT ON TABLE recorder_journal IS 'How far the recorder''s journal was taken over; written in the transaction of what a line brought.';
COMMENT ON COLUMN recorder_journal.archive IS 'The archive, main for the one there is.';
COMMENT ON COLUMN recorder_journal.number IS 'Number of the last line.';

CREATE TABLE video_minute (
    facility  text        NOT NULL,
    minute    timestamptz NOT NULL,
    epoch     integer     NOT NULL,
    index     bigint      NOT NULL,
    root      bytea       NOT NULL,
    expected  integer     NOT NULL,
    present   integer     NOT NULL,
    causes    text        NOT NULL,
    lines     text        NOT NULL,
    PRIMARY KEY (facility, minute)
);
COMMENT ON TABLE video_minute IS 'What the ledger''s entry of each minute of video stands for, line by line. Never changed.';
COMMENT ON COLUMN video_minute.facility IS 'Facility.';
COMMENT ON COLUMN video_minute.minute IS 'Beginning of the minute.';
COMMENT ON COLUMN video_minute.epoch IS 'Tree of the entry.';
COMMENT ON COLUMN video_minute.index IS 'Index of the entry.';
COMMENT ON COLUMN video_minute.root IS 'Root over the lines, as in the entry.';
COMMENT ON COLUMN video_minute.expected IS 'Cameras that ought to record.';
COMMENT ON COLUMN video_minute.present IS 'Cameras that recorded all the minute.';
COMMENT ON COLUMN video_minute.causes IS 'Why any did not, words with commas between.';
COMMENT ON COLUMN video_minute.lines IS 'One line for each camera and segment, line feeds between (docs/formats/segment.md).';

CREATE TABLE camera_trouble (
    camera   text        NOT NULL,
    trouble  text        NOT NULL,
    from_at  timestamptz NOT NULL,
    to_at    timestamptz,
    PRIMARY KEY (camera, trouble, from_at)
);
CREATE INDEX camera_trouble_open ON camera_trouble (camera) WHERE to_at IS NULL;
COMMENT ON TABLE camera_trouble IS 'When a camera''s picture was not what it should be.';
COMMENT ON COLUMN camera_trouble.camera IS 'Camera.';
COMMENT ON COLUMN camera_trouble.trouble IS 'frozen, black, covered, blurred, moved, offline.';
COMMENT ON COLUMN camera_trouble.from_at IS 'When it was noticed.';
COMMENT ON COLUMN camera_trouble.to_at IS 'When it was over; null while it lasts.';

CREATE TABLE footage_hold (
    id        uuid        PRIMARY KEY,
    facility  text        NOT NULL,
    cameras   text[]      NOT NULL,
    from_at   timestamptz NOT NULL,
    to_at     timestamptz NOT NULL CHECK (to_at > from_at),
    event     uuid        UNIQUE,
    data_key  uuid        NOT NULL,
    placed    bytea       NOT NULL,
    first     bytea,
    release   bytea,
    holds     boolean     NOT NULL DEFAULT true,
    CHECK (holds = (release IS NULL))
);
CREATE INDEX footage_hold_time ON footage_hold (facility, from_at, to_at) WHERE holds;
COMMENT ON TABLE footage_hold IS 'Footage that must not be deleted. Rows are never deleted.';
COMMENT ON COLUMN footage_hold.id IS 'Names it.';
COMMENT ON COLUMN footage_hold.facility IS 'Facility.';
COMMENT ON COLUMN footage_hold.cameras IS 'Cameras; empty for all of the facility.';
COMMENT ON COLUMN footage_hold.from_at IS 'Beginning.';
COMMENT ON COLUMN footage_hold.to_at IS 'End, exclusive.';
COMMENT ON COLUMN footage_hold.event IS 'Event that caused it; null for one that a person placed. Unique: an event holds once.';
COMMENT ON COLUMN footage_hold.data_key IS 'Video key of the ciphertexts.';
COMMENT ON COLUMN footage_hold.placed IS 'Ground, record, who, when, reason.';
COMMENT ON COLUMN footage_hold.first IS 'Who asked for release, when, why; null until somebody does.';
COMMENT ON COLUMN footage_hold.release IS 'Who agreed as the second, when, why; null while it holds.';
COMMENT ON COLUMN footage_hold.holds IS 'Whether it still holds: what deletion looks at.';

CREATE TABLE camera_mask (
    camera    text     NOT NULL,
    position  smallint NOT NULL,
    left_at   smallint NOT NULL,
    top_at    smallint NOT NULL,
    width     smallint NOT NULL,
    height    smallint NOT NULL,
    PRIMARY KEY (camera, position)
);
COMMENT ON TABLE camera_mask IS 'What is painted over whenever a camera is shown, in thousandths of the picture.';
COMMENT ON COLUMN camera_mask.camera IS 'Camera.';
COMMENT ON COLUMN camera_mask.position IS 'Counts from 0.';
COMMENT ON COLUMN camera_mask.left_at IS 'Left edge.';
COMMENT ON COLUMN camera_mask.top_at IS 'Upper edge.';
COMMENT ON COLUMN camera_mask.width IS 'Width.';
COMMENT ON COLUMN camera_mask.height IS 'Height.';

CREATE TABLE mask_lift (
    id        uuid        PRIMARY KEY,
    camera    text        NOT NULL,
    from_at   timestamptz NOT NULL,
    until_at  timestamptz NOT NULL CHECK (until_at > from_at),
    ended_at  timestamptz,
    badge     text        NOT NULL,
    data_key  uuid        NOT NULL,
    reason    bytea       NOT NULL
);
CREATE INDEX mask_lift_time ON mask_lift (camera, until_at);
COMMENT ON TABLE mask_lift IS 'Times in which one person sees a camera without its masks. Rows are never deleted.';
COMMENT ON COLUMN mask_lift.id IS 'Names it.';
COMMENT ON COLUMN mask_lift.camera IS 'Camera.';
COMMENT ON COLUMN mask_lift.from_at IS 'Beginning.';
COMMENT ON COLUMN mask_lift.until_at IS 'When it ends by itself.';
COMMENT ON COLUMN mask_lift.ended_at IS 'When somebody ended it before; null otherwise.';
COMMENT ON COLUMN mask_lift.badge IS 'Whose; looked up for every picture shown.';
COMMENT ON COLUMN mask_lift.data_key IS 'Video key of the reason.';
COMMENT ON COLUMN mask_lift.reason IS 'Why, as ciphertext.';

CREATE TABLE footage_export (
    id        uuid        PRIMARY KEY,
    facility  text        NOT NULL,
    camera    text        NOT NULL,
    from_at   timestamptz NOT NULL,
    to_at     timestamptz NOT NULL,
    at        timestamptz NOT NULL,
    state     text        NOT NULL,
    sha256    text,
    detail    text        NOT NULL,
    data_key  uuid        NOT NULL,
    asked     bytea       NOT NULL
);
CREATE INDEX footage_export_time ON footage_export (facility, at);
COMMENT ON TABLE footage_export IS 'Exports of footage. Rows are never deleted.';
COMMENT ON COLUMN footage_export.id IS 'Names it and its file.';
COMMENT ON COLUMN footage_export.facility IS 'Facility.';
COMMENT ON COLUMN footage_export.camera IS 'Camera.';
COMMENT ON COLUMN footage_export.from_at IS 'Beginning.';
COMMENT ON COLUMN footage_export.to_at IS 'End.';
COMMENT ON COLUMN footage_export.at IS 'When it was asked for.';
COMMENT ON COLUMN footage_export.state IS 'Constant''s name.';
COMMENT ON COLUMN footage_export.sha256 IS 'Hex hash of the file; null until it is ready.';
COMMENT ON COLUMN footage_export.detail IS 'One word more; never free text.';
COMMENT ON COLUMN footage_export.data_key IS 'Video key of the ciphertext.';
COMMENT ON COLUMN footage_export.asked IS 'Who asked, for whom, why.';

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON video_minute FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON video_minute FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE ON retention_class TO ${application};
GRANT SELECT, INSERT ON video_minute TO ${application};
GRANT SELECT, INSERT, UPDATE ON camera, segment, footage_gap, recorder_journal, camera_trouble, footage_hold, mask_lift,
    footage_export TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE ON segment_open, camera_mask TO ${application};
