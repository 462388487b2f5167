package custody.video.archive;

import custody.video.camera.CameraId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a segment lies: {@code <camera>/<UTC day>/<UTC time>-<sequence>.mp4}, with {@code .open.mp4} while it is written. */
public final class ArchiveLayout {
    /** End of the name of a segment that is not finished. */
    public static final String OPEN = ".open.mp4";

    /** End of the name of a finished segment. */
    public static final String FINISHED = ".mp4";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("\\d{6}-(\\d{1,18})(?:\\.open)?\\.mp4");

    /** Folders of days, so that a listing can pass over others. */
    public static final Pattern DAY_NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private ArchiveLayout() {}

    /** The path of a segment that begins now, relative to the archive. */
    public static Path open(CameraId camera, long sequence, Instant start) {
        return Path.of(camera.value(), DAY.format(start), TIME.format(start) + "-" + sequence + OPEN);
    }

    /** The path the same segment has when it is finished. */
    public static Path finished(Path open) {
        String name = String.valueOf(open.getFileName());
        return open.resolveSibling(name.substring(0, name.length() - OPEN.length()) + FINISHED);
    }

    public static boolean isOpen(Path path) {
        return path.toString().endsWith(OPEN);
    }

    /** The sequence number in a file's name; empty when it is no segment. */
    public static OptionalLong sequence(Path path) {
        Matcher matcher = NAME.matcher(String.valueOf(path.getFileName()));
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
