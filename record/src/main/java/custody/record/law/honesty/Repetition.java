package custody.record.law.honesty;

import custody.record.catalogue.Catalogue;
import custody.record.events.CareFact;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.QuestioningFact;
import custody.record.events.SystemFact;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.events.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Texts that are the same and looks that are too regular. */
final class Repetition {
    /** Shorter sentences repeat by nature: “sleeps on the right side, breathes evenly, no complaints”. */
    private static final int LONG_TEXT = 60;

    /** Two people never use one sentence of this length by chance. */
    private static final int LONG_ACCOUNT = 40;

    /** Nobody keeps a pace to half a minute for hours. */
    private static final Duration PACE = Duration.ofSeconds(30);

    private static final int OFTEN = 3;
    private static final int IN_A_ROW = 6;

    private Repetition() {}

    /** One long text in three entries, or in the accounts of both sides. */
    static void copiedTexts(List<Event> events, Consumer<FlagRaised> raise) {
        Map<String, List<Event>> byText = new LinkedHashMap<>();
        for (Event event : events) {
            if (!(event.fact() instanceof SystemFact)) {
                texts(event)
                        .distinct()
                        .forEach(text -> byText.computeIfAbsent(text, _ -> new ArrayList<>())
                                .add(event));
            }
        }
        byText.forEach((text, same) -> {
            boolean accounts = same.size() > 1
                    && same.stream().allMatch(event -> event.fact() instanceof QuestioningFact)
                    && same.stream()
                                    .map(event -> event.fact().getClass())
                                    .distinct()
                                    .count()
                            > 1;
            boolean often = same.size() >= OFTEN && text.length() >= LONG_TEXT;
            if (often || accounts) {
                // The first few: the same flag whatever is copied after it.
                List<EventId> about =
                        same.stream().limit(often ? OFTEN : 2).map(Event::id).toList();
                raise.accept(new FlagRaised(Flag.COPIED_TEXT, about, "entries=" + same.size()));
            }
        });
    }

    private static Stream<String> texts(Event event) {
        Stream<String> said = Catalogue.encode(event.fact()).values().stream()
                .flatMap(value -> value instanceof Value.Text(String text) ? Stream.of(text) : Stream.empty());
        // What stands beside the fact is typed by the same hand.
        Stream<String> beside = Stream.of(event.note(), event.lateReason()).flatMap(Stream::ofNullable);
        return Stream.concat(said, beside)
                // Letters alone: another hour or comma does not make another text.
                .map(text -> text.replaceAll("[^\\p{L}]+", " ").strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.length() >= LONG_ACCOUNT);
    }

    /** Six checks in a row at one interval, give or take half a minute: a person who looks is never that regular. */
    static void exactIntervals(List<Event> events, Consumer<FlagRaised> raise) {
        List<Event> checks = events.stream()
                .filter(event -> event.fact() instanceof CareFact.CheckMade)
                .toList();
        int begin = 0;
        while (begin + 1 < checks.size()) {
            Duration interval = between(checks, begin);
            int end = begin + 1;
            while (end + 1 < checks.size() && paced(between(checks, end), interval)) {
                end++;
            }
            if (end - begin + 1 >= IN_A_ROW && !interval.isZero()) {
                List<EventId> about = checks.subList(begin, begin + IN_A_ROW).stream()
                        .map(Event::id)
                        .toList();
                raise.accept(new FlagRaised(Flag.EXACT_INTERVALS, about, "interval=" + interval));
            }
            begin = end;
        }
    }

    private static boolean paced(Duration one, Duration other) {
        return one.minus(other).abs().compareTo(PACE) <= 0;
    }

    private static Duration between(List<Event> checks, int index) {
        return Duration.between(
                checks.get(index).occurredAt(), checks.get(index + 1).occurredAt());
    }
}
