package custody.store.alarms;

import custody.record.desk.StorageUnavailable;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.events.SystemFact.FacilityMartialLaw;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What was declared of martial law, facility by facility. Safe for many threads. */
public final class MartialLaw {
    private static final String ALL =
            "SELECT in_force, valid_from, valid_to, authority FROM martial_law WHERE facility = ? ORDER BY position";
    private static final String ADD = """
            INSERT INTO martial_law (facility, position, in_force, valid_from, valid_to, authority, declared_by)
            SELECT ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ? FROM martial_law WHERE facility = ?
            """;
    private final DataSource pool;

    /** Over connections of the application role. */
    public MartialLaw(DataSource pool) {
        this.pool = pool;
    }

    /** Everything declared of a facility, in the order in which it was written. */
    public List<FacilityMartialLaw> of(FacilityCode facility) {
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL)) {
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
        } catch (SQLException failed) {
            throw new StorageUnavailable("the database does not answer", failed);
        }
    }

    /**
     * Declares it to be, or not to be, in force in a time, and makes the facility's open records due, in one transaction.
     * The caller notes it in the ledger first.
     *
     * @param now instant at which the records are due
     */
    public void declare(FacilityCode facility, FacilityMartialLaw fact, Badge by, Instant now) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                add(connection, facility, fact, by);
                DueRecords.allOf(connection, facility, now);
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new StorageUnavailable("the database does not answer", failed);
        }
    }

    private static void add(Connection connection, FacilityCode facility, FacilityMartialLaw fact, Badge by)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, facility.code());
            insert.setBoolean(2, fact.inForce());
            insert.setObject(3, fact.from().atOffset(ZoneOffset.UTC));
            Instant to = fact.to();
            if (to == null) {
                insert.setNull(4, Types.TIMESTAMP_WITH_TIMEZONE);
            } else {
                insert.setObject(4, to.atOffset(ZoneOffset.UTC));
            }
            insert.setString(5, fact.authority());
            insert.setString(6, by.number());
            insert.setString(7, facility.code());
            insert.executeUpdate();
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
