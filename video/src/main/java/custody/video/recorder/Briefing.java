package custody.video.recorder;

import custody.video.archive.LastRecorded;
import custody.video.camera.CameraId;
import custody.video.camera.Credentials;
import custody.video.media.Octets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * What the node tells a recorder of its cameras and is in no file: over standard input at each start, and over the control channel.
 *
 * @param accounts by camera, where it has one
 * @param last what the index knows of each camera's newest segment, where it knows of one
 */
public record Briefing(Map<CameraId, Credentials> accounts, Map<CameraId, LastRecorded> last) {
    /** Of cameras without an account, of which nothing was ever recorded. */
    public static final Briefing NONE = new Briefing(Map.of(), Map.of());

    public Briefing {
        accounts = Map.copyOf(accounts);
        last = Map.copyOf(last);
    }

    /** Adds what it says of a camera to a line. */
    public Line.Builder told(Line.Builder line, CameraId camera) {
        Credentials account = accounts.get(camera);
        if (account != null) {
            line.with("user", account.user()).with("password", account.password());
        }
        LastRecorded newest = last.get(camera);
        if (newest != null) {
            line.with("sequence", newest.sequence())
                    .with("root", newest.root().hex())
                    .with("end", newest.end())
                    .with("begun", newest.begun());
        }
        return line;
    }

    /** The account in such a line; refused by an exception when it is malformed. */
    static Optional<Credentials> account(Line line) {
        return line.field("user").isEmpty()
                ? Optional.empty()
                : Optional.of(new Credentials(line.field("user"), line.field("password")));
    }

    /** What such a line says of the newest segment; refused by an exception when it is malformed. */
    static Optional<LastRecorded> last(Line line) {
        if (line.field("sequence").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LastRecorded(
                    line.number("sequence"),
                    Octets.ofHex(line.field("root")),
                    Instant.parse(line.field("end")),
                    line.number("begun")));
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("end of the newest segment", malformed);
        }
    }
}
