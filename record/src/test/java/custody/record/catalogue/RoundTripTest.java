package custody.record.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every kind")
class RoundTripTest {
    private static final long SEED = 20261124;
    private static final int TIMES = Boolean.getBoolean("custody.long") ? 400 : 20;

    private final Random random = new Random(SEED);
    private final AnyFact facts = new AnyFact(random);

    @Test
    @DisplayName("is taken in full, to the limit of every field, and written as it was sent")
    void isTakenInFull() {
        for (EventKind kind : Catalogue.kinds()) {
            SequencedMap<String, Value> input = facts.fullInput(kind);
            Fact fact = read(kind, input);
            assertEquals(input, Catalogue.encode(fact), () -> kind.name() + ", seed " + SEED);
            assertEquals(List.of(), Catalogue.missing(fact), kind::name);
        }
    }

    @Test
    @DisplayName("is written in the order of its fields")
    void isWrittenInOrder() {
        for (EventKind kind : Catalogue.kinds()) {
            List<String> written =
                    new ArrayList<>(Catalogue.encode(facts.full(kind)).keySet());
            List<String> order = kind.fields().stream().map(Field::name).toList();
            written.removeIf(name -> name.startsWith("fields."));
            assertEquals(order.stream().filter(written::contains).toList(), written, kind::name);
        }
    }

    @Test
    @DisplayName("reads back equal from its fields and from its canonical form")
    void readsBackEqual() {
        for (int time = 0; time < TIMES; time++) {
            for (EventKind kind : Catalogue.kinds()) {
                Event event = event(time % 2 == 0 ? facts.full(kind) : facts.some(kind));
                assertEquals(event.fact(), read(kind, Catalogue.encode(event.fact())), () -> "seed " + SEED);
                assertEquals(event, Canonical.decode(Canonical.encode(event)), () -> "seed " + SEED);
            }
        }
    }

    @Test
    @DisplayName("cannot be read from a canonical form with a hole")
    void cannotBeReadWithAHole() {
        for (EventKind kind : Catalogue.kinds()) {
            Map<String, Value> form = Canonical.encode(event(facts.full(kind)));
            for (String name :
                    List.of("kind", "id", "record", "version", "occurredAt", "source", "recordedAt", "recordedBy")) {
                Map<String, Value> holed = new LinkedHashMap<>(form);
                holed.remove(name);
                assertThrows(IllegalArgumentException.class, () -> Canonical.decode(holed), name);
            }
        }
    }

    @Test
    @DisplayName("cannot be read from a canonical form with something foreign in it")
    void cannotBeReadWithSomethingForeign() {
        Map<String, Value> form = new LinkedHashMap<>(Canonical.encode(event(facts.full(kind("meal")))));
        form.put("fields.foreign", new Value.Flag(true));
        assertThrows(IllegalArgumentException.class, () -> Canonical.decode(form));
        Map<String, Value> beside = new LinkedHashMap<>(Canonical.encode(event(facts.full(kind("meal")))));
        beside.put("foreign", new Value.Flag(true));
        assertThrows(IllegalArgumentException.class, () -> Canonical.decode(beside));
        Map<String, Value> loose = new LinkedHashMap<>(Canonical.encode(event(facts.full(kind("searched")))));
        loose.put("fields.sameSex", new Value.Text("yes"));
        assertThrows(IllegalArgumentException.class, () -> Canonical.decode(loose));
    }

    private Event event(Fact fact) {
        boolean whole = random.nextBoolean();
        Instant at = Instant.ofEpochMilli(1_764_000_000_000L + random.nextInt());
        return new Event(
                new EventId(new UUID(random.nextLong(), random.nextLong())),
                new RecordId(new UUID(random.nextLong(), random.nextLong())),
                1 + random.nextInt(1_000),
                new Occurrence(
                        at,
                        whole ? at.plusSeconds(60) : null,
                        whole ? Occurrence.Source.LIVE : Occurrence.Source.STATED),
                at.plusMillis(random.nextInt(100_000)),
                new Badge("1000001"),
                whole ? List.of(new Badge("1000002"), new Badge("1000003")) : List.of(),
                whole ? List.of("Оксана Бондар", "1000004") : List.of(),
                whole ? new RoomCode("CELL-1") : null,
                whole ? "зв’язку не було" : null,
                whole ? "рядок\nдругий рядок" : null,
                fact);
    }

    private static EventKind kind(String name) {
        return Catalogue.kind(name).orElseThrow();
    }

    private static Fact read(EventKind kind, Map<String, Value> input) {
        return switch (Catalogue.parse(kind, input)) {
            case Parsed.Ok<Fact>(Fact fact) -> fact;
            case Parsed.Wrong<Fact> wrong -> throw new AssertionError(kind.name() + " " + wrong.errors());
        };
    }
}
