package custody.web.video;

import java.time.Instant;
import java.util.List;

/**
 * A stretch of one camera's time, drawn. Lengths are thousandths of its width.
 *
 * @param from beginning
 * @param to end
 * @param bars footage, gaps, stretches without motion and holds
 * @param marks events
 * @param hours lines with a time written at them
 * @param now where the moment shown lies; negative when it lies outside
 */
public record Strip(Instant from, Instant to, List<Bar> bars, List<Mark> marks, List<Line> hours, long now) {
    public Strip {
        bars = List.copyOf(bars);
        marks = List.copyOf(marks);
        hours = List.copyOf(hours);
    }

    /** A bar; {@code kind} is {@code record}, {@code gap}, {@code still} or {@code held}. */
    public record Bar(String kind, long at, long width, String title) {}

    /** An event. */
    public record Mark(long at, String title) {}

    /** A line with a time, and where it leads. */
    public record Line(long at, String text, String moment) {}

    /** Where a moment lies. */
    static long place(Instant from, Instant to, Instant moment) {
        long whole = to.toEpochMilli() - from.toEpochMilli();
        return (moment.toEpochMilli() - from.toEpochMilli()) * 1_000 / Math.max(1, whole);
    }
}
