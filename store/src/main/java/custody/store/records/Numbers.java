package custody.store.records;

import custody.record.events.RecordNumber;
import custody.record.places.Facility;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Gives out record numbers: running within facility and year, the year by the clock on the facility's wall. */
final class Numbers {
    private static final String LAST =
            "SELECT coalesce(max(running), 0) FROM custody_record WHERE facility = ? AND year = ?";

    private Numbers() {}

    static RecordNumber next(Connection connection, Edge edge, Facility facility, Instant now) throws SQLException {
        int year = now.atZone(facility.zone()).getYear();
        String name = facility.code() + "/" + year;
        Integer last = edge.running().get(name);
        int next = (last == null ? last(connection, facility, year) : last) + 1;
        edge.running().put(name, next);
        return new RecordNumber(facility.code(), year, next);
    }

    private static int last(Connection connection, Facility facility, int year) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, facility.code().code());
            select.setInt(2, year);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
