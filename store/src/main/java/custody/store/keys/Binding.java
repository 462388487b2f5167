package custody.store.keys;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where a ciphertext belongs: authenticated with it, so that it cannot be moved to another place. */
public final class Binding {
    private final byte[] bytes;

    private Binding(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    /** The payload of one entry. */
    public static Binding entry(String origin, long index) {
        return new Binding("custody/entry/v1 " + origin + " " + index);
    }

    /** The summary of a record at a version. */
    public static Binding summary(UUID record, int version) {
        return new Binding("custody/summary/v1 " + record + " " + version);
    }

    /** The row of an officer. */
    public static Binding officer(String badge) {
        return new Binding("custody/officer/v1 " + badge);
    }

    /** A part of a row of a table of video, by the row's name. */
    public static Binding video(String part, String name) {
        return new Binding("custody/video/v1 " + part + " " + name);
    }

    byte[] bytes() {
        return bytes;
    }
}
