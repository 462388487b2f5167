package custody.store.rulepacks;

import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.Value;
import custody.store.rulepacks.Story.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Tells a story twice: as events for the engine, and as plain marks on a grid of minutes for an oracle. */
final class Telling {
    static final String HELD = "heldUntil";
    final Instant zero;
    private final ZoneId zone;
    final List<Mark> marks = new ArrayList<>();
    private final Timeline timeline = new Timeline();

    Telling(Instant zero, ZoneId zone) {
        this.zero = zero;
        this.zone = zone;
    }

    /**
     * {@code until} is no field but the entry's own end; several witnesses or risks are written as one text, another event
     * as its number, and a day by how many it comes after the first.
     */
    void put(Mark mark) {
        Map<String, Object> fields = new HashMap<>(mark.fields());
        Object until = fields.remove("until");
        for (String list : List.of("witnesses", "risks")) {
            fields.computeIfPresent(list, (_, names) -> List.of(names.toString().split(";", -1)));
        }
        for (String other : List.of("about", "violation")) {
            fields.computeIfPresent(other, (_, named) -> id(named.toString()));
        }
        fields.computeIfPresent(HELD, (_, days) -> day(days.toString()));
        timeline.add(
                mark.kind(),
                minute(mark.at()),
                until == null ? null : minute(Integer.parseInt(until.toString())),
                Timeline.fields(mark.kind(), fields));
        marks.add(new Mark(mark.kind(), mark.at(), mark.fields(), marks.size() + 1));
    }

    private String day(String days) {
        return LocalDate.ofInstant(zero, zone).plusDays(Integer.parseInt(days)).toString();
    }

    /** The minute at which a day is over, found by looking at the clock on the wall. */
    int over(String days) {
        String next = day(String.valueOf(Integer.parseInt(days) + 1));
        int minute = 0;
        while (!LocalDate.ofInstant(minute(minute), zone).toString().equals(next)) {
            minute += 30;
        }
        return minute;
    }

    /** What is named by its number is an event; other words stay. */
    private static String id(String named) {
        return named.chars().allMatch(Character::isDigit)
                ? Timeline.id(Integer.parseInt(named)).toString()
                : named;
    }

    /** Some entries are moved, some taken back, some days put right. */
    void correct(Random random, IntSupplier when, int end) {
        for (int i = marks.size() - 1; i > 0; i--) {
            int dice = random.nextInt(20);
            Mark was = marks.get(i);
            if (was.fields().containsKey("until")) {
                continue;
            }
            if (dice == 0) {
                timeline.add(Correction.withdrawing(Timeline.id(i + 1), "помилка"), minute(end), null);
                marks.set(i, new Mark("withdrawn", was.at(), Map.of(), was.number()));
            } else if (dice == 1) {
                int to = when.getAsInt();
                timeline.add(Correction.moving(Timeline.id(i + 1), "помилка", minute(to)), minute(end), null);
                marks.set(i, new Mark(was.kind(), to, was.fields(), was.number()));
            } else if (dice < 6 && was.fields().containsKey(HELD)) {
                Map<String, String> fields = new HashMap<>(was.fields());
                fields.put(HELD, String.valueOf(random.nextInt(5)));
                SequencedMap<String, Value> said = new LinkedHashMap<>();
                said.put(HELD, new Value.Text(day(fields.get(HELD))));
                timeline.add(Correction.rewording(Timeline.id(i + 1), "помилка", said), minute(end), null);
                marks.set(i, new Mark(was.kind(), was.at(), fields, was.number()));
            }
        }
    }

    /** The events that stand; the marks are in order of time from now on. */
    List<Event> standing() {
        marks.sort(Comparator.comparingInt(Mark::at));
        return timeline.standing();
    }

    Instant minute(int minute) {
        return zero.plusSeconds(60L * minute);
    }

    static Mark lasting(String kind, int at, int length) {
        return new Mark(kind, at, Map.of("until", String.valueOf(at + length)));
    }

    static void option(Random random, Map<String, String> fields, String name, @Nullable String... options) {
        String chosen = options[random.nextInt(options.length)];
        if (chosen != null) {
            fields.put(name, chosen);
        }
    }
}
