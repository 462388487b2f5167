package custody.store.check;

import custody.ledger.log.ClearFacts;
import custody.store.alarms.MartialLaw.Declared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was declared of martial law against its entries, one by one in their order: the rows lengthen lawful times, so an
 * inserted, changed, moved or deleted one must be found. One run each.
 */
final class Declarations {
    private static final String ROWS = """
            SELECT facility, position, in_force, valid_from, valid_to, authority, declared_by, request, request_digest
            FROM martial_law ORDER BY facility, position""";

    /** The database rounds to microseconds. */
    private static final Duration ROUNDED = Duration.ofNanos(1_000);

    private static final int SHA256 = 32;

    private final Map<String, List<Declared>> said = new HashMap<>();

    /** Takes an entry of configuration; {@code known} are the facilities entered before it: others get no row. */
    void take(ClearFacts facts, Map<String, String> known) {
        Declared.of(facts)
                .filter(declared -> known.containsKey(declared.facility()))
                .ifPresent(declared -> said.computeIfAbsent(declared.facility(), _ -> new ArrayList<>())
                        .add(declared));
    }

    void run(Snapshot snapshot, Consumer<Discovery> discoveries) throws SQLException {
        Map<String, Integer> seen = new HashMap<>();
        snapshot.each(ROWS, _ -> {}, row -> {
            String facility = row.getString(1);
            int place = seen.merge(facility, 1, Integer::sum);
            List<Declared> entries = said.getOrDefault(facility, List.of());
            boolean same = place <= entries.size() && row.getInt(2) == place && same(entries.get(place - 1), row);
            if (!same) {
                String expected = place <= entries.size() ? "what its entry says" : "no row: there is no entry";
                discoveries.accept(Discovery.projection(where(facility, place), expected, "another row"));
            }
        });
        said.forEach((facility, entries) -> {
            for (int place = seen.getOrDefault(facility, 0) + 1; place <= entries.size(); place++) {
                discoveries.accept(Discovery.projection(where(facility, place), "a row", "none"));
            }
        });
    }

    private static String where(String facility, int place) {
        return "martial law at facility " + facility + ", declaration " + place;
    }

    private static boolean same(Declared entry, ResultSet row) throws SQLException {
        return entry.inForce() == row.getBoolean(3)
                && same(entry.from(), row.getObject(4, OffsetDateTime.class))
                && same(entry.to(), row.getObject(5, OffsetDateTime.class))
                && entry.sha256().equals(entry.digest(row.getString(6), row.getString(7)))
                && asked(row.getBytes(8), row.getBytes(9));
    }

    /** Which request declared it cannot be derived from the entry, only that it is named as requests are, or not at all. */
    private static boolean asked(byte @Nullable [] name, byte @Nullable [] digest) {
        return name == null ? digest == null : digest != null && name.length == SHA256 && digest.length == SHA256;
    }

    private static boolean same(String said, @Nullable OffsetDateTime stored) {
        if (stored == null) {
            return said.equals("open");
        }
        try {
            Duration apart = Duration.between(Instant.parse(said), stored.toInstant());
            return apart.abs().compareTo(ROUNDED) < 0;
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }
}
