package custody.store.records;

import custody.ledger.log.ClearFacts;
import custody.ledger.tree.Hash;
import custody.record.places.Facility;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What the ledger says in clear of a facility and its rooms: enough to see later that a row is what was put in. */
public final class FacilityDescription {
    /** Fact: the facility's code. */
    public static final String CODE = "facility";

    /** Fact: SHA-256 of all that is known of it, 64 hex digits. */
    public static final String DIGEST = "description";

    private FacilityDescription() {}

    /** Facts of the entry that puts a facility in. */
    static ClearFacts facts(Facility facility) {
        return ClearFacts.none()
                .with(CODE, facility.code().code())
                .with("rooms", facility.rooms().size())
                .with("state", facility.state().name())
                .with(DIGEST, digest(facility));
    }

    private static String digest(Facility facility) {
        return Hash.sha256(facility.toString()).hex();
    }

    /** Digests of the facilities in the database, by code. */
    public static Map<String, String> stored(Connection connection) throws SQLException {
        Map<String, String> digests = new HashMap<>();
        FacilityRows.all(connection)
                .values()
                .forEach(facility -> digests.put(facility.code().code(), digest(facility)));
        return digests;
    }
}
