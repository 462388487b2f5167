package custody.store.alarms;

import custody.ledger.log.ClearFacts;
import custody.ledger.tree.Hash;
import custody.record.desk.DeclaredMartialLaw;
import custody.record.desk.RequestKey;
import custody.record.desk.StorageUnavailable;
import custody.record.desk.Writer;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.store.records.Beside;
import custody.store.records.DueAnew;
import custody.store.records.Requests;
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
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What was declared of martial law, facility by facility. Safe for many threads. */
public final class MartialLaw implements DeclaredMartialLaw {
    private static final String ALL =
            "SELECT in_force, valid_from, valid_to, authority FROM martial_law WHERE facility = ? ORDER BY position";
    private static final String ADD = """
            INSERT INTO martial_law
                (facility, position, in_force, valid_from, valid_to, authority, declared_by, request, request_digest)
            SELECT f.code, (SELECT coalesce(max(position), 0) + 1 FROM martial_law WHERE facility = f.code),
                ?, ?, ?::timestamptz, ?::text, ?, ?::bytea, ?::bytea
            FROM facility f WHERE f.code = ?""";
    private static final String ASKED = "SELECT facility, position, request_digest FROM martial_law WHERE request = ?";
    private static final String OPEN = "open";

    private final DataSource pool;
    private final Noting noting;
    private final Supplier<Instant> time;

    /** One process holds a folder, and an entry is committed when it is noted: who comes next sees what was declared. */
    private final Lock turn = new ReentrantLock();

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
    public Declaration declare(FacilityCode facility, FacilityMartialLaw fact, Writer writer) {
        Instant to = fact.to();
        if (to != null && !to.isAfter(fact.from())) {
            throw new IllegalArgumentException("it ends after it begins");
        }
        turn.lock();
        try {
            Optional<Declaration> before = answered(writer);
            return before.isPresent() ? before.get() : inTurn(facility, fact, writer);
        } finally {
            turn.unlock();
        }
    }

    private Declaration inTurn(FacilityCode facility, FacilityMartialLaw fact, Writer writer) {
        List<FacilityMartialLaw> before = of(facility);
        boolean last = !before.isEmpty() && before.getLast().equals(fact);
        if (!last || writer.request() != null) {
            noting.note(
                    facts(facility, fact, writer.badge()),
                    List.of(row(facility, fact, writer), DueAnew.of(facility, time.get())));
        }
        return new Declaration.Stands(of(facility));
    }

    private static Beside row(FacilityCode facility, FacilityMartialLaw fact, Writer writer) {
        RequestKey key = writer.request();
        return Beside.of(
                ADD,
                fact.inForce(),
                fact.from(),
                fact.to(),
                fact.authority(),
                writer.badge().number(),
                Requests.name(writer).orElse(null),
                key == null ? null : Requests.digest(key),
                facility.code());
    }

    @Override
    public Optional<Declaration> answered(Writer writer) {
        RequestKey key = writer.request();
        return key == null
                ? Optional.empty()
                : Requests.name(writer).flatMap(name -> asked(name, Requests.digest(key)));
    }

    private Optional<Declaration> asked(byte[] name, byte[] digest) {
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement(ASKED)) {
            select.setBytes(1, name);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                if (!Arrays.equals(rows.getBytes(3), digest)) {
                    return Optional.of(new Declaration.KeyReused());
                }
                List<FacilityMartialLaw> all = declared(connection, new FacilityCode(rows.getString(1)));
                return Optional.of(new Declaration.Stands(all.subList(0, Math.min(rows.getInt(2), all.size()))));
            }
        } catch (SQLException failed) {
            throw new StorageUnavailable("the database does not answer", failed);
        }
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
