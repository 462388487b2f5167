package custody.video.recorder;

import custody.video.archive.LastRecorded;
import custody.video.camera.CameraId;
import custody.video.camera.Credentials;
import custody.video.camera.StreamAddress;
import custody.video.media.Octets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the node tells a recorder: which cameras to record, all of them, and what it must know of each. It is in no file, since a room may
 * have become privileged after that was written: it goes over standard input at each start, and over the control channel.
 *
 * @param cameras streams of the cameras to be recorded
 * @param accounts by camera, where it has one
 * @param last what the index knows of each camera's newest segment, where it knows of one
 */
public record Briefing(
        Map<CameraId, StreamAddress> cameras, Map<CameraId, Credentials> accounts, Map<CameraId, LastRecorded> last) {
    /** The verb of the line that ends it: what was told of one that broke off is no briefing. */
    public static final String END = "apply";

    /** Nothing is to be recorded. */
    public static final Briefing NONE = of(Map.of());

    public Briefing {
        cameras = Map.copyOf(cameras);
        accounts = Map.copyOf(accounts);
        last = Map.copyOf(last);
    }

    /** Of cameras without an account, of which nothing was ever recorded. */
    public static Briefing of(Map<CameraId, StreamAddress> cameras) {
        return new Briefing(cameras, Map.of(), Map.of());
    }

    /** The lines that tell it, one for each camera in the order of their names; behind them comes {@link #END}. */
    public SortedMap<CameraId, Line.Builder> lines() {
        var lines = new TreeMap<CameraId, Line.Builder>();
        cameras.forEach((camera, address) -> lines.put(camera, line(camera, address)));
        return lines;
    }

    private Line.Builder line(CameraId camera, StreamAddress address) {
        Line.Builder line = Line.of("camera").with("id", camera).with("url", address.url());
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

    /** Takes a briefing line by line. For one thread. */
    static final class Taking {
        private final Map<CameraId, StreamAddress> cameras = new TreeMap<>();
        private final Map<CameraId, Credentials> accounts = new TreeMap<>();
        private final Map<CameraId, LastRecorded> last = new TreeMap<>();

        /** Takes a camera's line; one that makes no sense is refused by an exception, and nothing of it is taken. */
        void camera(Line line) {
            var id = new CameraId(line.field("id"));
            StreamAddress address = switch (StreamAddress.parse(line.field("url"))) {
                case StreamAddress.Parsed.Accepted(var accepted) -> accepted;
                case StreamAddress.Parsed.Refused(var _) -> throw new IllegalArgumentException("address of " + id);
            };
            Optional<Credentials> account = account(line);
            Optional<LastRecorded> newest = last(line);
            cameras.put(id, address);
            account.ifPresent(one -> accounts.put(id, one));
            newest.ifPresent(one -> last.put(id, one));
        }

        /** Everything that was taken, and forgets it. */
        Briefing whole() {
            var whole = new Briefing(cameras, accounts, last);
            cameras.clear();
            accounts.clear();
            last.clear();
            return whole;
        }

        private static Optional<Credentials> account(Line line) {
            return line.field("user").isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Credentials(line.field("user"), line.field("password")));
        }

        private static Optional<LastRecorded> last(Line line) {
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
}
