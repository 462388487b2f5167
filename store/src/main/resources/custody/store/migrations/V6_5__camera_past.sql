-- What was recorded while a camera hung in another room, or had other masks, is shown by the rules of then as well as by those of now.

CREATE TABLE camera_past (
    camera   text        NOT NULL,
    until_at timestamptz NOT NULL,
    room     text        NOT NULL,
    aim      text        NOT NULL,
    privacy  text        NOT NULL,
    masks    text        NOT NULL,
    PRIMARY KEY (camera, until_at)
);
COMMENT ON TABLE camera_past IS 'How each camera stood before its room, its aim, the class of its room or its masks changed. Never changed.';
COMMENT ON COLUMN camera_past.camera IS 'Camera.';
COMMENT ON COLUMN camera_past.until_at IS 'Until when it stood so: since the row before, or always.';
COMMENT ON COLUMN camera_past.room IS 'Room within the facility.';
COMMENT ON COLUMN camera_past.aim IS 'ROOM or DOOR.';
COMMENT ON COLUMN camera_past.privacy IS 'Class of the room.';
COMMENT ON COLUMN camera_past.masks IS 'Masks as left,top,width,height in thousandths with semicolons between; empty for none.';
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON camera_past FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON camera_past FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON camera_past TO ${application};

-- Written by the database, so that no way to change one of them can forget it; the first of a transaction sees all as it was.
CREATE FUNCTION keep_camera_past(changing text) RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
    INSERT INTO camera_past (camera, until_at, room, aim, privacy, masks)
    SELECT c.id, now(), c.room, c.aim, coalesce(r.privacy, 'PRIVILEGED'),
        coalesce((SELECT string_agg(format('%s,%s,%s,%s', m.left_at, m.top_at, m.width, m.height), ';' ORDER BY m.position)
            FROM camera_mask m WHERE m.camera = c.id), '')
    FROM camera c LEFT JOIN room r ON r.facility = c.facility AND r.code = c.room
    WHERE c.id = changing
    ON CONFLICT DO NOTHING
$$;
COMMENT ON FUNCTION keep_camera_past(text) IS 'Keeps how a camera stood until now.';

CREATE FUNCTION camera_changes() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    PERFORM keep_camera_past(OLD.id);
    RETURN NEW;
END $$;
COMMENT ON FUNCTION camera_changes() IS 'Keeps how a camera stood before it was moved or turned.';
CREATE TRIGGER keeps_past BEFORE UPDATE ON camera FOR EACH ROW
    WHEN ((OLD.room, OLD.aim) IS DISTINCT FROM (NEW.room, NEW.aim)) EXECUTE FUNCTION camera_changes();

CREATE FUNCTION masks_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM keep_camera_past(OLD.camera);
        RETURN OLD;
    END IF;
    PERFORM keep_camera_past(NEW.camera);
    RETURN NEW;
END $$;
COMMENT ON FUNCTION masks_change() IS 'Keeps how a camera stood before its masks changed.';
CREATE TRIGGER keeps_past BEFORE INSERT OR UPDATE OR DELETE ON camera_mask FOR EACH ROW EXECUTE FUNCTION masks_change();

CREATE FUNCTION room_changes() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    PERFORM keep_camera_past(c.id) FROM camera c WHERE c.facility = OLD.facility AND c.room = OLD.code;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION room_changes() IS 'Keeps how the cameras of a room stood before its class changed.';
CREATE TRIGGER keeps_past BEFORE UPDATE OR DELETE ON room FOR EACH ROW EXECUTE FUNCTION room_changes();

ALTER TABLE footage_export ADD COLUMN painted text;
COMMENT ON COLUMN footage_export.painted IS 'The masks that are painted over, as in camera_past; null in rows from before they were kept.';
