package custody.video.camera;

import java.util.regex.Pattern;

/** The name of a camera in files, folders and events: 1 to 40 of {@code a-z 0-9 -}, beginning with a letter or digit. Never a person's or a room's name. */
public record CameraId(String value) implements Comparable<CameraId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public CameraId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("camera id must be 1 to 40 of a-z, 0-9 and hyphen");
        }
    }

    @Override
    public int compareTo(CameraId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
