package custody.node.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times a script counts from.
 *
 * @param apprehended T
 * @param processed D, the delivery, or the conversion of a visitor: the desk's work begins
 * @param housed H, the person comes to the cell
 * @param end E, the end of custody
 * @param turn N, where the past ends and the demo begins
 * @param scene S, where a scene begins
 */
record When(Instant apprehended, Instant processed, Instant housed, Instant end, Instant turn, Instant scene) {
    private static final Pattern FORM = Pattern.compile("([TDHENS])([+-])(\\d+):(\\d\\d)");
    private static final long BRIEF = 52;
    private static final long USUAL = 78;

    /** The times of a plot whose turn is at that instant. */
    static When of(Plot plot, Instant turn) {
        When first = new When(turn, turn, turn, turn, turn, turn);
        Instant apprehended = first.at(plot.word("t0"));
        Instant end = first.at(plot.word("end"));
        When second = new When(apprehended, turn, turn, end, turn, turn);
        Instant delivered = apprehended.plus(Long.parseLong(plot.word("road")), ChronoUnit.MINUTES);
        Instant processed = plot.find("process").map(second::at).orElse(delivered);
        Instant housed = processed.plus(second.brief() ? BRIEF : USUAL, ChronoUnit.MINUTES);
        return new When(apprehended, processed, housed, end, turn, processed);
    }

    /** Reads {@code N-70:25}: seventy hours and 25 minutes before the turn. */
    Instant at(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("not a time of a script: " + text);
        }
        Duration size = Duration.ofHours(Long.parseLong(found.group(3))).plusMinutes(Long.parseLong(found.group(4)));
        Instant base = base(found.group(1));
        return found.group(2).equals("-") ? base.minus(size) : base.plus(size);
    }

    /** The same times for a scene that begins then. */
    When sceneAt(Instant start) {
        return new When(apprehended, processed, housed, end, turn, start);
    }

    /** Held for hours, in the room for detainees, not for days in a cell. */
    boolean brief() {
        return Duration.between(apprehended, end).compareTo(Duration.ofHours(5)) < 0;
    }

    private Instant base(String letter) {
        return switch (letter) {
            case "T" -> apprehended;
            case "D" -> processed;
            case "H" -> housed;
            case "E" -> end;
            case "N" -> turn;
            default -> scene;
        };
    }
}
