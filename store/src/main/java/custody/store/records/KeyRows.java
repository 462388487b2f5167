package custody.store.records;

import custody.store.keys.DataKeys;
import custody.store.keys.KeyPurpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.UUID;

/** Rows of {@code data_key}: id, purpose, facility, month, kek, wrapped, in this order. */
public final class KeyRows {
    private KeyRows() {}

    /** The key whose columns begin at that position. */
    public static DataKeys.Wrapped read(ResultSet rows, int at) throws SQLException {
        return new DataKeys.Wrapped(
                rows.getObject(at, UUID.class),
                KeyPurpose.of(rows.getString(at + 1)),
                rows.getString(at + 2),
                YearMonth.parse(rows.getString(at + 3)),
                rows.getString(at + 4),
                rows.getBytes(at + 5));
    }
}
