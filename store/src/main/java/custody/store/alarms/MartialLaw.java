package custody.store.alarms;

import custody.ledger.log.ClearFacts;
import custody.ledger.tree.Hash;
import custody.record.desk.DeclaredMartialLaw;
import custody.record.desk.StorageUnavailable;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.store.records.Beside;
import custody.store.records.DueAnew;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What was declared of martial law, facility by facility. Safe for many threads. */
public final class MartialLaw implements DeclaredMartialLaw {
    private static final String ALL =
            "SELECT in_force, valid_from, valid_to, authority FROM martial_law WHERE facility = ? ORDER BY position";
    private static final String ADD = """
            INSERT INTO martial_law (facility, position, in_force, valid_from, valid_to, authority, declared_by)
            SELECT f.code, (SELECT coalesce(max(position), 0) + 1 FROM martial_law WHERE facility = f.code),
                ?, ?, ?::timestamptz, ?::text, ?
            FROM facility f WHERE f.code = ?""";
    private static final String OPEN = "open";

    private final DataSource pool;
    private final Noting noting;
    private final Supplier<Instant> time;

    /**
     * Over connections of the application role.
     *
     * @param noting writes entries
     * @param time the node's time: from then on the records are due
     */
    public MartialLaw(DataSource pool, Noting noting, Supplier<Instant> time) {
        this.pool = pool;
        this.noting = noting;
        this.time = time;
    }

    /** Writes an entry with rows that stand or fall with it. */
    @FunctionalInterface
    public interface Noting {
        void note(ClearFacts facts, List<Beside> rows);
    }

    @Override
    public List<FacilityMartialLaw> of(FacilityCode facility) {
        try (Connection connection = pool.getConnection()) {
            return declared(connection, facility);
        } catch (SQLException failed) {
            throw new StorageUnavailable("the database does not answer", failed);
        }
    }

    /** What was declared for a facility, in its order, by a connection of the caller's. */
    public static List<FacilityMartialLaw> declared(Connection connection, FacilityCode facility) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setString(1, facility.code());
            try (ResultSet rows = select.executeQuery()) {
                List<FacilityMartialLaw> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new FacilityMartialLaw(
                            rows.getBoolean(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            instant(rows.getObject(3, OffsetDateTime.class)),
                            rows.getString(4)));
                }
                return found;
            }
        }
    }

    /**
     * Declares it to be, or not to be, in force in a time: one transaction holds the entry of the ledger, the declaration,
     * and that the facility's records are due. The entry names neither the act nor whoever entered it, but their hash.
     */
    @Override
    public void declare(FacilityCode facility, FacilityMartialLaw fact, Badge by) {
        Instant to = fact.to();
        if (to != null && !to.isAfter(fact.from())) {
            throw new IllegalArgumentException("it ends after it begins");
        }
        noting.note(
                facts(facility, fact, by),
                List.of(
                        new Beside(
                                ADD,
                                Arrays.asList(
                                        fact.inForce(),
                                        fact.from(),
                                        to,
                                        fact.authority(),
                                        by.number(),
                                        facility.code())),
                        DueAnew.of(facility, time.get())));
    }

    private static ClearFacts facts(FacilityCode facility, FacilityMartialLaw fact, Badge by) {
        Declared declared = new Declared(
                facility.code(),
                fact.inForce(),
                fact.from().toString(),
                fact.to() == null ? OPEN : fact.to().toString(),
                "");
        return ClearFacts.none()
                .with("facility", declared.facility())
                .with("martial-law", fact.inForce() ? "in-force" : "not-in-force")
                .with("from", declared.from())
                .with("to", declared.to())
                .with("sha256", declared.digest(fact.authority(), by.number()));
    }

    /**
     * What an entry says of a declaration, for the check.
     *
     * @param from and {@code to} as the entry words them, which may be finer than the row
     * @param sha256 over all of it with the act and whoever entered it, which only the row has
     */
    public record Declared(String facility, boolean inForce, String from, String to, String sha256) {
        /** The declaration in an entry; empty where the entry is about something else. */
        public static Optional<Declared> of(ClearFacts facts) {
            return facts.word("martial-law")
                    .map(word -> new Declared(
                            facts.word("facility").orElse(""),
                            word.equals("in-force"),
                            facts.word("from").orElse(""),
                            facts.word("to").orElse(""),
                            facts.word("sha256").orElse("")));
        }

        /** What the entry's hash must be if this act and this badge belong to it. */
        public String digest(@Nullable String authority, String by) {
            String ends = to.equals(OPEN) ? "null" : to;
            return Hash.sha256("facility-martial-law/" + facility + "/" + inForce + "/" + from + "/" + ends + "/"
                            + authority + "/" + by)
                    .hex();
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
