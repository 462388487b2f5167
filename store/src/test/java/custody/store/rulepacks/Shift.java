package custody.store.rulepacks;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Parsed;
import custody.record.events.Badge;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.Flag;
import custody.record.events.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic stay of eight hours, written by an honest officer who is sometimes hurried, or by one who cheats in known
 * ways, crudely or with some care. The label is what an inspector who was there would want to be asked about.
 */
final class Shift {
    private static final RecordId RECORD = new RecordId(new UUID(0, 1));
    private static final EventId MOVED = new EventId(new UUID(8, 1));
    private static final double CHEATS = 0.12;
    private static final List<String> SHORT =
            List.of("спить", "сидить, спокійний", "ходить по камері", "читає", "просить води", "лежить, не спить");

    /** What honest officers write again and again at night. */
    private static final String STOCK = "Спить на правому боці, дихає рівно, скарг немає";

    private static final String COPIED =
            "Затриманий спокійний, на запитання відповідає, скарг і заяв не має, тілесних ушкоджень не виявлено";

    private final Random random;
    private final Instant zero;
    private final List<Line> lines = new ArrayList<>();
    private final Set<Flag> labels = EnumSet.noneOf(Flag.class);

    /** One entry; {@code note} is empty where there is none, {@code id} null where no other entry names it. */
    private record Line(
            Instant at,
            Instant written,
            Fact fact,
            String note,
            @Nullable EventId id) {
        Line(Instant at, Instant written, Fact fact) {
            this(at, written, fact, "", null);
        }
    }

    Shift(Random random, Instant zero) {
        this.random = random;
        this.zero = zero;
        lines.add(new Line(zero, minute(40), fact("apprehended", Map.of("basis", "cpc-208"))));
        live(30, "delivered", Map.of());
        live(41, "registered", Map.of());
        accounts();
        notice();
        level();
        live(70, "cell-allocated", Map.of("cell", "CELL-1"));
        boolean hospital = random.nextInt(5) == 0;
        checks(hospital);
        meals();
        if (hospital) {
            hospital();
        }
        force();
        injury(hospital);
        moves();
        batch(hospital);
        basis();
        live(500, "released", Map.of("ground", "no-suspicion"));
    }

    /** Flags that somebody should raise. */
    Set<Flag> labels() {
        return labels;
    }

    /** The events as they were written. */
    List<Event> events() {
        List<Line> written = lines.stream()
                .sorted(Comparator.comparing((Line line) -> !line.at().equals(zero))
                        .thenComparing(Line::written))
                .toList();
        List<Event> events = new ArrayList<>();
        for (Line line : written) {
            int version = events.size() + 1;
            EventId id = line.id();
            events.add(new Event(
                    id == null ? new EventId(new UUID(7, version)) : id,
                    RECORD,
                    version,
                    new Occurrence(line.at(), null, Occurrence.Source.STATED),
                    line.written(),
                    new Badge("1000001"),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    line.note().isEmpty() ? null : line.note(),
                    line.fact()));
        }
        return events;
    }

    private boolean cheats() {
        return random.nextDouble() < CHEATS;
    }

    private boolean withCare() {
        return random.nextInt(10) < 3;
    }

    private Instant minute(double minutes) {
        return zero.plusMillis((long) (minutes * 60_000)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Written within the time that is still in time. */
    private void live(double minute, String kind, Map<String, Object> fields) {
        double hurry = kind.equals("notice") ? 4 : 12;
        lines.add(new Line(minute(minute), minute(minute + random.nextDouble() * hurry), fact(kind, fields)));
    }

    private void late(double minute, double written, String kind, Map<String, Object> fields) {
        lines.add(new Line(minute(minute), minute(written), fact(kind, fields)));
    }

    private void accounts() {
        boolean used = random.nextInt(6) == 0;
        boolean contradicts = cheats();
        live(45, "officer-questioned", Map.of("coercionUsed", contradicts ? !used : used));
        live(55, "detainee-questioned", Map.of("coercionUsed", used));
        if (contradicts) {
            labels.add(Flag.ACCOUNTS_CONTRADICT);
        }
    }

    /** Relatives within half an hour: told in time; told in time and written late; or written, or corrected, as if in time. */
    private void notice() {
        Map<String, Object> told = Map.of("addressee", "relative", "outcome", "reached");
        boolean cheats = cheats();
        if (cheats && random.nextInt(3) == 0) {
            // Written as it was, and put right once it had rung.
            lines.add(new Line(minute(36), minute(38), fact("notice", told), "", MOVED));
            Instant corrected = minute(60 + random.nextInt(60));
            Fact moving = Correction.moving(MOVED, "помилка", minute(5 + random.nextInt(25)));
            lines.add(new Line(corrected, corrected, moving));
            labels.add(Flag.JUST_BEFORE_DEADLINE);
            labels.add(Flag.LATE_ENTRY);
        } else if (cheats) {
            late(26 + random.nextInt(4), 45 + random.nextInt(60), "notice", told);
            labels.add(Flag.JUST_BEFORE_DEADLINE);
            labels.add(Flag.LATE_ENTRY);
        } else if (random.nextInt(10) == 0) {
            late(8, 18, "notice", told);
            labels.add(Flag.LATE_ENTRY);
        } else {
            live(12 + random.nextInt(17), "notice", told);
        }
    }

    /** Answers and level in either order, or no level at all. */
    private void level() {
        boolean danger = random.nextInt(3) == 0;
        boolean first = random.nextInt(3) == 0;
        if (danger && cheats()) {
            labels.add(Flag.LEVEL_BELOW_ANSWERS);
            tooLax();
        } else if (danger && random.nextInt(5) == 0) {
            answers(true);
            set(76, Map.of("level", "every-30-min", "reason", "лікар оглянув"));
        } else if (danger) {
            if (first) {
                set(50, Map.of("level", "every-60-min"));
            }
            answers(true);
            set(first ? 66 + random.nextInt(20) : 76, Map.of("level", "every-15-min"));
        } else {
            answers(false);
            if (random.nextInt(10) != 0) {
                set(first ? 50 : 76, Map.of("level", "every-60-min"));
            }
        }
    }

    /** A lax level after the answers, one before them that is left as it is, or none; with care: made to look right, too late. */
    private void tooLax() {
        boolean care = withCare();
        switch (random.nextInt(3)) {
            case 0 -> {
                answers(true);
                if (care) {
                    live(75, "risk-assessed", Map.of("risks", List.of()));
                }
                set(76, Map.of("level", "every-60-min"));
            }
            case 1 -> {
                set(50, Map.of("level", "every-60-min"));
                answers(true);
                later(care);
            }
            default -> {
                answers(true);
                later(care);
            }
        }
    }

    private void later(boolean care) {
        if (care) {
            set(120 + random.nextInt(200), Map.of("level", "every-15-min"));
        }
    }

    private void answers(boolean danger) {
        live(60, "risk-assessed", Map.of("risks", danger ? List.of("suicide-or-self-harm") : List.of()));
    }

    private void set(double minute, Map<String, Object> level) {
        late(minute, minute + 0.5, "observation-level-set", level);
    }

    private void checks(boolean hospital) {
        int every = random.nextBoolean() ? 15 : 30;
        boolean exact = cheats();
        boolean care = withCare();
        boolean typed = random.nextBoolean();
        boolean stock = random.nextInt(8) == 0;
        boolean copied = cheats();
        boolean edited = withCare();
        boolean noted = copied && random.nextInt(3) == 0;
        double minute = 80;
        int number = 0;
        while (minute < 470) {
            boolean away = hospital && minute > 198 && minute < 292;
            if (!away) {
                Instant at = minute(minute);
                Instant shown = typed && !exact ? at.truncatedTo(ChronoUnit.MINUTES) : at;
                String seen = seen(number, stock, copied, edited);
                // Beside the entry, where nobody looks: the note.
                boolean beside = noted && number % 3 == 0;
                lines.add(new Line(
                        shown,
                        at.plusSeconds(random.nextInt(300)),
                        fact("check-made", beside ? Map.of() : Map.of("seen", seen)),
                        beside ? seen : "",
                        null));
                number++;
            }
            minute += exact
                    ? every + (care ? (random.nextInt(40) - 20) / 60.0 : 0)
                    : every * (0.65 + 0.4 * random.nextDouble());
        }
        label(exact, Flag.EXACT_INTERVALS);
        label(copied, Flag.COPIED_TEXT);
    }

    private String seen(int number, boolean stock, boolean copied, boolean edited) {
        if (copied && number % 3 == 0) {
            String text = edited ? COPIED.replace(",", number % 2 == 0 ? ";" : " -") : COPIED;
            return edited ? "О " + (10 + number) + ":00. " + text : text;
        }
        return stock && number % 4 == 1 ? STOCK : SHORT.get(random.nextInt(SHORT.size()));
    }

    private void meals() {
        live(130, "meal", Map.of("service", "lunch"));
        live(400, "meal", Map.of("service", "dinner"));
    }

    private void hospital() {
        live(200, "hospital", Map.of("stage", "left-for"));
        if (cheats()) {
            live(220 + random.nextInt(60), "check-made", Map.of("seen", "сидить"));
            labels.add(Flag.ABSENT_PERSON);
        }
        live(290, "hospital", Map.of("stage", "returned"));
    }

    private void force() {
        if (random.nextInt(6) != 0) {
            return;
        }
        live(100, "force-used", Map.of("injured", false));
        if (random.nextInt(4) == 0) {
            labels.add(Flag.FORCE_WITHOUT_REPORT);
        } else {
            live(105 + random.nextInt(45), "force-statement", Map.of());
        }
    }

    private void injury(boolean hospital) {
        if (random.nextInt(6) != 0) {
            return;
        }
        live(150, "injury", Map.of());
        if (random.nextInt(4) == 0) {
            // Whoever was brought to hospital within the hour was seen there.
            label(!hospital, Flag.INJURY_WITHOUT_MEDIC);
        } else {
            double seen = 155 + random.nextInt(45);
            late(seen, seen + 2 + random.nextInt(8), "examined", Map.of());
        }
    }

    private void moves() {
        double minute = 310 + random.nextInt(60);
        if (cheats()) {
            labels.add(Flag.LEFT_CELL_UNEXPLAINED);
            late(
                    minute,
                    minute + 1,
                    "moved",
                    withCare() ? Map.of("to", "INT-1", "reason", "-") : Map.of("to", "INT-1"));
        } else if (random.nextBoolean()) {
            late(minute, minute + 1, "moved", Map.of("to", "INT-1", "reason", "допит"));
        } else {
            late(minute, minute + 1, "moved", Map.of("to", "INT-1"));
            late(minute + 3, minute + 4, "contact-started", Map.of("who", "захисник"));
        }
        late(minute + 40, minute + 41, "cell-allocated", Map.of("cell", "CELL-1"));
    }

    /** Care that nobody gave, written at the end; or, honestly, what was on paper while the power was off. */
    private void batch(boolean hospital) {
        boolean cheats = cheats();
        boolean powerCut = !cheats && random.nextInt(30) == 0;
        if (!cheats && !powerCut) {
            return;
        }
        boolean sittings = cheats && withCare();
        int entries = 6 + random.nextInt(4);
        for (int i = 0; i < entries; i++) {
            double at = powerCut ? 90 + i * 10 : 120 + i * 38;
            double written = sittings && i % 2 == 0 ? 300 + i * 0.4 : 485 + i * 0.3;
            late(at, Math.max(written, at + 1), "drink", Map.of());
            if (written - at > 15) {
                labels.add(Flag.LATE_ENTRY);
            }
        }
        label(cheats, Flag.BATCH_ENTRY);
        label(cheats && hospital, Flag.ABSENT_PERSON);
    }

    /** A basis that a court gives: with its decision, written within minutes of it; or without any. */
    private void basis() {
        boolean cheats = cheats();
        if (!cheats && random.nextInt(4) != 0) {
            return;
        }
        live(450, "basis-changed", Map.of("basis", random.nextBoolean() ? "remand" : "convicted"));
        if (!cheats) {
            live(448, "court-decision", Map.of("ruling", "remand"));
        }
        label(cheats, Flag.BASIS_WITHOUT_DECISION);
    }

    private void label(boolean holds, Flag flag) {
        if (holds) {
            labels.add(flag);
        }
    }

    private static Fact fact(String kind, Map<String, Object> written) {
        EventKind type = Catalogue.kind(kind).orElseThrow();
        Map<String, Value> fields = new LinkedHashMap<>(Timeline.fields(kind, written));
        if (kind.equals("apprehended")) {
            fields.put("place", new Value.Text("вул. Вигадана, 1"));
            fields.put("person.surname", new Value.Text("Вигаданий"));
        }
        return switch (Catalogue.parse(type, fields)) {
            case Parsed.Ok<Fact>(Fact read) -> read;
            case Parsed.Wrong<Fact> wrong -> throw new IllegalArgumentException(kind + " " + wrong.errors());
        };
    }

    /** Length of the stay. */
    static Duration length() {
        return Duration.ofHours(10);
    }
}
