package custody.store.bench;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Parsed;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.Value;
import custody.record.law.Circumstances;
import custody.record.law.Judging;
import custody.record.law.rules.Pack;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** {@code ./custody bench board}: how long one board of a busy record takes, after as many boards to warm up. */
public final class BoardBench {
    /** When the record of this measurement begins. */
    public static final Instant ZERO = Instant.parse("2026-06-10T07:00:00Z");

    private static final RecordId RECORD = new RecordId(new UUID(0, 1));
    private static final int WARMING = 5_000;

    private final Pack pack;
    private final PrintStream out;

    /** Boards under {@code pack}. */
    public BoardBench(Pack pack, PrintStream out) {
        this.pack = pack;
        this.out = out;
    }

    /** What was measured, in nanoseconds. */
    public record Took(long half, long most) {}

    /** Measures {@code boards} boards, prints one line, and answers half and 99 of 100. */
    public Took run(int boards) {
        List<Event> events = busy();
        Circumstances known = new Circumstances(pack.zone(), List.of());
        for (int i = 0; i < WARMING; i++) {
            Judging.board(events, known, pack, at(i));
        }
        long[] nanos = new long[boards];
        for (int i = 0; i < boards; i++) {
            long begin = System.nanoTime();
            Judging.board(events, known, pack, at(i));
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        Took took = new Took(nanos[boards / 2], nanos[boards * 99 / 100]);
        out.printf(
                Locale.ROOT,
                "one board of %d events under %s %s, %d rules: p50 %.3f ms, p99 %.3f ms (%d boards)%n",
                events.size(),
                pack.id(),
                pack.version(),
                pack.rules().size(),
                took.half() / 1e6,
                took.most() / 1e6,
                boards);
        return took;
    }

    private static Instant at(int i) {
        return ZERO.plus(Duration.ofMinutes(60 + i % 3_600));
    }

    /** Two days and a half: booking, notices, interviews, meals, and a check every half hour. 150 events. */
    static List<Event> busy() {
        List<Event> events = new ArrayList<>();
        add(
                events,
                "apprehended",
                0,
                Map.of(
                        "place", new Value.Text("вул. Вигадана, 1"),
                        "basis", new Value.Text("cpc-208"),
                        "person.surname", new Value.Text("Вигаданий")));
        add(events, "handcuffs", 5, Map.of("state", new Value.Text("on")));
        for (String addressee : List.of("relative", "legal-aid", "investigation-body", "prosecutor")) {
            add(events, "notice", 12, notice(addressee));
        }
        add(events, "delivered", 40, Map.of());
        add(events, "handcuffs", 41, Map.of("state", new Value.Text("off")));
        add(events, "registered", 45, Map.of());
        add(events, "rights-explained", 50, Map.of());
        add(events, "detainee-questioned", 60, Map.of());
        add(events, "observation-level-set", 70, Map.of("level", new Value.Text("every-30-min")));
        for (int minute = 100; minute < 3_760; minute += 30) {
            add(events, "check-made", minute, Map.of());
        }
        for (int day = 0; day < 2; day++) {
            int morning = 1_440 * day + 1_320;
            add(events, "interview-started", morning, Map.of("defender", new Value.Text("адвокат")));
            add(events, "interview-break", morning + 90, Map.of());
            add(events, "interview-resumed", morning + 110, Map.of());
            add(events, "interview-ended", morning + 200, Map.of());
            for (int meal = 0; meal < 3; meal++) {
                add(events, "meal", morning + 300 * meal, Map.of());
            }
        }
        add(events, "suspicion-notified", 1_200, Map.of());
        add(events, "brought-to-court", 3_500, Map.of());
        return events;
    }

    private static Map<String, Value> notice(String addressee) {
        return Map.of("addressee", new Value.Text(addressee), "outcome", new Value.Text("reached"));
    }

    private static void add(List<Event> events, String kind, int minute, Map<String, Value> fields) {
        int version = events.size() + 1;
        Instant at = ZERO.plus(Duration.ofMinutes(minute));
        events.add(Event.plain(
                new EventId(new UUID(7, version)),
                RECORD,
                version,
                new Occurrence(at, null, Occurrence.Source.LIVE),
                at,
                new Badge("1000001"),
                fact(kind, fields)));
    }

    private static Fact fact(String kind, Map<String, Value> fields) {
        return switch (Catalogue.parse(Catalogue.kind(kind).orElseThrow(), fields)) {
            case Parsed.Ok<Fact>(Fact fact) -> fact;
            case Parsed.Wrong<Fact> wrong -> throw new IllegalStateException(kind + " " + wrong.errors());
        };
    }
}
