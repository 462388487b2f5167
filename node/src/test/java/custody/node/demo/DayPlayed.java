package custody.node.demo;

import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.record.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One day, invented once and played to its turn, for all tests that only look. */
record DayPlayed(DemoDay day, Played played, List<CustodyRecord> records) {
    static final Instant TURN = Instant.parse("2026-11-24T10:17:00Z");
    static final DayPlayed AT_TURN = to(DemoDay.around(TURN, DemoDay.SEED), false, true);

    /** Plays the past, or all of it; at a guarded desk access and separation are asked too. */
    static DayPlayed to(DemoDay day, boolean all, boolean guarded) {
        InMemoryDesk desk = new InMemoryDesk(guarded);
        Played played = new DemoPlayer(desk, "test").play(all ? day.steps() : day.past(), desk::clock);
        return new DayPlayed(day, played, desk.records());
    }

    CustodyRecord record(String key) {
        List<Step> opened = day.steps().stream()
                .filter(step -> step.action() instanceof Action.Open)
                .toList();
        for (int place = 0; place < opened.size(); place++) {
            if (opened.get(place).action().record().equals(key)) {
                return records.get(place);
            }
        }
        throw new IllegalArgumentException("no record of " + key);
    }

    Stream<Event> events() {
        return records.stream().flatMap(record -> record.events().stream());
    }

    <F extends Fact> Stream<F> facts(String key, Class<F> type) {
        return record(key).events().stream()
                .map(Event::fact)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
