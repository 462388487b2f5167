package custody.video.recorder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What can be read of one of the journal's files. A disk may give back zeros, other bytes than it took, or nothing: what makes no sense
 * is stepped over, since neither recording nor the node may wait for a journal that nobody can mend.
 *
 * @param lines the sound ones, each with its number in front; the numbers grow
 * @param next the number behind them; where there is damage far behind, since the node may know numbers that nobody can read any more
 */
record JournalFile(List<String> lines, long next, boolean damaged) {
    /** More lines than a file can hold. */
    private static final long STEP = 1_000_000;

    /** Values are percent-encoded: in a sound line everything can be printed. */
    private static final Pattern SOUND = Pattern.compile("\\d{1,15} [!-~][ -~]*");

    /** {@code first} is the number that its name says. */
    static JournalFile read(Path file, long first) {
        try {
            return of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), first);
        } catch (NoSuchFileException acknowledgedMeanwhile) {
            return new JournalFile(List.of(), first, false);
        } catch (IOException unreadable) {
            return new JournalFile(List.of(), first + STEP, true);
        }
    }

    private static JournalFile of(String text, long first) {
        int whole = text.lastIndexOf('\n') + 1;
        // A line that was torn off in the middle was told nobody; zeros stand where lines may have been.
        boolean damaged = text.indexOf('\0', whole) >= 0;
        var sound = new ArrayList<String>();
        long last = first - 1;
        long expected = first;
        List<String> lines = text.substring(0, whole).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            long number = number(lines.get(i));
            boolean follows = number <= expected || i + 1 == lines.size() || number(lines.get(i + 1)) == number + 1;
            if (number > last && follows) {
                damaged |= number != last + 1;
                sound.add(lines.get(i));
                last = number;
                expected = number + 1;
            } else {
                damaged = true;
                expected++;
            }
        }
        return new JournalFile(List.copyOf(sound), last + 1 + (damaged ? STEP : 0), damaged);
    }

    /** The number in front of a line, -1 where it is no line. */
    static long number(String line) {
        if (!SOUND.matcher(line).matches()) {
            return -1;
        }
        int space = line.indexOf(' ');
        return Line.parse(line.substring(space + 1)).isEmpty() ? -1 : Long.parseLong(line.substring(0, space));
    }
}
