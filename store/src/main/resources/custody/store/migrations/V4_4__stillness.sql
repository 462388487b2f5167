CREATE TABLE camera_still (
    camera   text        NOT NULL,
    from_at  timestamptz NOT NULL,
    to_at    timestamptz NOT NULL CHECK (to_at > from_at),
    PRIMARY KEY (camera, from_at)
);
CREATE INDEX camera_still_age ON camera_still (to_at);
COMMENT ON TABLE camera_still IS 'Stretches in which nothing moved before a camera, from its key frames. Help for finding; no evidence, and forgotten with the footage.';
COMMENT ON COLUMN camera_still.camera IS 'Camera.';
COMMENT ON COLUMN camera_still.from_at IS 'First key frame that was like the one after it.';
COMMENT ON COLUMN camera_still.to_at IS 'Last key frame that was like the one before it; grows while the stretch lasts.';

GRANT SELECT, INSERT, UPDATE, DELETE ON camera_still TO ${application};
