package custody.store.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads every page of every table, so that a flipped bit is found also where no row stands. Indexes are read by use. */
final class PageCheck {
    private static final int MOST = 100;
    private static final String TABLES = """
            SELECT oid::regclass::text FROM pg_class
            WHERE relnamespace = 'custody'::regnamespace AND relkind = 'r' AND has_table_privilege(oid, 'SELECT')
            ORDER BY 1
            """;

    private final Snapshot snapshot;

    PageCheck(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    void run() throws SQLException {
        List<String> tables = new ArrayList<>();
        snapshot.each(TABLES, _ -> {}, row -> tables.add(row.getString(1)));
        for (String table : tables) {
            read(table);
        }
    }

    /** From the begin, and after each damaged block from the one behind it. */
    private void read(String table) throws SQLException {
        String count = "SELECT count(*) FROM " + table + " WHERE ctid >= ?::tid";
        long from = 0;
        for (int found = 0; found < MOST; found++) {
            String first = "(" + from + ",0)";
            if (snapshot.each(count, select -> select.setString(1, first), _ -> {})) {
                return;
            }
            from = snapshot.damagedBlock() + 1;
        }
    }
}
