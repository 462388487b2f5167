package custody.web.video;

import custody.record.catalogue.Wire;
import custody.video.archive.FootageGaps;
import custody.video.archive.Hold;
import custody.video.archive.Segments;
import custody.video.camera.CameraId;
import custody.video.playback.Stillness;
import custody.web.session.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Draws a camera's time: what is on record, what is not and why, what is held, what happened. */
@Component
final class Strips {
    private static final Duration JOINED = Duration.ofSeconds(2);
    /** Shorter stretches without motion are drawn and not listed. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Footage footage;

    Strips(Footage footage) {
        this.footage = footage;
    }

    /** The local day of a moment. */
    Strip day(Visit visit, CameraId camera, Instant shown, List<Moment> events) {
        LocalDate day = shown.atZone(visit.times().zone()).toLocalDate();
        Instant from = day.atStartOfDay(visit.times().zone()).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(visit.times().zone()).toInstant();
        List<Strip.Line> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour += 3) {
            Instant at = day.atTime(LocalTime.of(hour, 0))
                    .atZone(visit.times().zone())
                    .toInstant();
            hours.add(new Strip.Line(Strip.place(from, to, at), visit.times().time(at), at.toString()));
        }
        return draw(visit, camera, from, to, shown, events, hours);
    }

    /** The hour around a moment. */
    Strip hour(Visit visit, CameraId camera, Instant shown, List<Moment> events) {
        Instant from = shown.minus(HALF_HOUR).truncatedTo(ChronoUnit.MINUTES);
        Instant to = from.plus(HALF_HOUR).plus(HALF_HOUR);
        List<Strip.Line> lines = new ArrayList<>();
        for (int ten = 0; ten < 60; ten += 10) {
            Instant at = from.plus(ten, ChronoUnit.MINUTES);
            lines.add(new Strip.Line(Strip.place(from, to, at), visit.times().time(at), at.toString()));
        }
        return draw(visit, camera, from, to, shown, events, lines);
    }

    private Strip draw(
            Visit visit,
            CameraId camera,
            Instant from,
            Instant to,
            Instant shown,
            List<Moment> events,
            List<Strip.Line> lines) {
        List<Strip.Bar> bars = new ArrayList<>();
        for (Span span : recorded(camera, from, to)) {
            bars.add(bar("record", from, to, span, span(visit, span)));
        }
        for (FootageGaps.Known gap : footage.gaps().in(camera, from, to)) {
            Span span = new Span(gap.from(), gap.to().orElse(visit.now()));
            bars.add(bar("gap", from, to, span, gap(visit, gap)));
        }
        for (Stillness.Still still : footage.stillness().in(camera, from, to)) {
            Span span = new Span(still.from(), still.to());
            bars.add(bar("still", from, to, span, still(visit, span)));
        }
        for (Hold hold : footage.holds().touching(camera, from, to)) {
            Span span = new Span(hold.from(), hold.to());
            bars.add(bar("held", from, to, span, held(visit, hold)));
        }
        List<Strip.Mark> marks = events.stream()
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(to))
                .map(event -> new Strip.Mark(Strip.place(from, to, event.at()), event.time() + " " + event.text()))
                .toList();
        boolean inside = !shown.isBefore(from) && shown.isBefore(to);
        return new Strip(from, to, bars, marks, lines, inside ? Strip.place(from, to, shown) : -1);
    }

    private record Span(Instant from, Instant to) {}

    private List<Span> recorded(CameraId camera, Instant from, Instant to) {
        List<Span> spans = new ArrayList<>();
        for (Segments.Line line : footage.segments().lines(camera, from, to)) {
            boolean joins = !spans.isEmpty()
                    && Duration.between(spans.getLast().to(), line.from()).compareTo(JOINED) < 0;
            Instant begin = joins ? spans.removeLast().from() : line.from();
            spans.add(new Span(begin, line.to()));
        }
        return spans;
    }

    private static Strip.Bar bar(String kind, Instant from, Instant to, Span span, String title) {
        long at = Math.max(0, Strip.place(from, to, span.from()));
        long end = Math.min(1_000, Strip.place(from, to, span.to()));
        return new Strip.Bar(kind, at, Math.max(1, end - at), title);
    }

    private static String span(Visit visit, Span span) {
        return exact(visit, span.from()) + "–" + exact(visit, span.to());
    }

    private static String still(Visit visit, Span span) {
        return visit.wording().say("video.still") + ": " + span(visit, span);
    }

    /** A hold in words: why, from, to. */
    private static String held(Visit visit, Hold hold) {
        String ground = visit.wording().say("video.ground." + Wire.name(hold.ground()));
        return visit.wording().say("video.held") + ": " + ground + ", " + span(visit, new Span(hold.from(), hold.to()));
    }

    /** A gap in words: from, to, cause. */
    static String gap(Visit visit, FootageGaps.Known gap) {
        String cause = visit.wording().say("video.cause." + Wire.name(gap.cause()));
        String to =
                gap.to().map(end -> exact(visit, end)).orElse(visit.wording().say("video.gap.open"));
        return visit.wording().say("video.gap", exact(visit, gap.from()), to, cause);
    }

    /** A time of day with its seconds, local. */
    static String exact(Visit visit, Instant instant) {
        return EXACT.format(instant.atZone(visit.times().zone()));
    }

    /** Gaps, holds, long stretches without motion, and the given events, in order. */
    List<Moment> moments(Visit visit, CameraId camera, Instant from, Instant to, List<Moment> events) {
        List<Moment> all = new ArrayList<>();
        events.stream()
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(to))
                .forEach(all::add);
        footage.gaps()
                .in(camera, from, to)
                .forEach(gap -> all.add(new Moment(gap.from(), "gap", exact(visit, gap.from()), gap(visit, gap))));
        footage.holds()
                .touching(camera, from, to)
                .forEach(hold -> all.add(new Moment(
                        hold.from(), "held", visit.times().near(hold.from(), visit.now()), held(visit, hold))));
        footage.stillness().in(camera, from, to).stream()
                .map(still -> new Span(still.from(), still.to()))
                .filter(span -> Duration.between(span.from(), span.to()).compareTo(LONG) >= 0)
                .forEach(span ->
                        all.add(new Moment(span.from(), "still", exact(visit, span.from()), still(visit, span))));
        // Two records may hold the same time for the same reason.
        return all.stream().distinct().sorted(Comparator.comparing(Moment::at)).toList();
    }
}
