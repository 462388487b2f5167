package custody.store.records;

import custody.record.events.FacilityCode;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads facilities with their rooms: a handful, always all. */
public final class FacilityRows {
    private static final String FACILITIES = """
            SELECT code, name_uk, name_en, region, kind, state, zone, area_norm,
                   legal_aid_centre, prosecutor, court, hospital
            FROM facility ORDER BY code
            """;
    private static final String ROOMS = """
            SELECT facility, code, name, kind, privacy, custody_zone, area, capacity, designation, out_of_use
            FROM room ORDER BY facility, position
            """;

    private FacilityRows() {}

    public static Map<FacilityCode, Facility> all(Connection connection) throws SQLException {
        Map<FacilityCode, Facility> facilities = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            Map<String, List<Room>> rooms = rooms(statement);
            try (ResultSet rows = statement.executeQuery(FACILITIES)) {
                while (rows.next()) {
                    FacilityCode code = new FacilityCode(rows.getString(1));
                    facilities.put(
                            code,
                            new Facility(
                                    code,
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    Facility.Kind.valueOf(rows.getString(5)),
                                    Facility.State.valueOf(rows.getString(6)),
                                    ZoneId.of(rows.getString(7)),
                                    rows.getInt(8),
                                    new Facility.Serving(
                                            rows.getString(9),
                                            rows.getString(10),
                                            rows.getString(11),
                                            rows.getString(12)),
                                    rooms.getOrDefault(code.code(), List.of())));
                }
            }
        }
        return facilities;
    }

    private static Map<String, List<Room>> rooms(Statement statement) throws SQLException {
        Map<String, List<Room>> rooms = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(ROOMS)) {
            while (rows.next()) {
                rooms.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(new Room(
                                new RoomCode(rows.getString(2)),
                                rows.getString(3),
                                Room.Kind.valueOf(rows.getString(4)),
                                Room.Privacy.valueOf(rows.getString(5)),
                                rows.getBoolean(6),
                                rows.getInt(7),
                                rows.getInt(8),
                                Room.Designation.valueOf(rows.getString(9)),
                                rows.getString(10)));
            }
        }
        return rooms;
    }
}
