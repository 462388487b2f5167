package custody.store;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.Origin;
import custody.ledger.note.NoteSigner;
import custody.ledger.tree.Hash;
import custody.store.archive.AutomaticHolds;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.keys.Keystore;
import custody.store.ledger.Epoch;
import custody.store.ledger.Epochs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Which epoch a folder is opened with, and what the first entry of an epoch says. A restore has opened a new one itself. */
final class Opening {
    private static final String HEAD = "SELECT size, root FROM tree_head WHERE epoch = ?";

    private Opening() {}

    static Epoch epoch(Connection connection, StoreSettings settings, Keystore keystore, List<Epoch> epochs)
            throws SQLException {
        if (epochs.isEmpty()) {
            return begin(
                    connection, settings, keystore, new Origin(settings.home().code(), 1));
        }
        return epochs.getLast();
    }

    private static Epoch begin(Connection connection, StoreSettings settings, Keystore keystore, Origin origin)
            throws SQLException {
        NoteSigner signer = NoteSigner.fromSeed(origin.text(), keystore.signerSeed(origin.epoch()));
        return Epochs.open(connection, origin, signer, settings.time().now().recordedAt());
    }

    /** What the first entry of an epoch says in clear: its key, and the end of the tree before. */
    static ClearFacts facts(Database database, Epoch epoch) throws SQLException {
        ClearFacts facts = ClearFacts.none()
                .with("key", epoch.key().text())
                // From here on the check misses the hold of a correction: earlier versions wrote none.
                .with(AutomaticHolds.CORRECTIONS, AutomaticHolds.HOLD);
        if (epoch.number() == 1) {
            return facts.with("reason", "first start");
        }
        int before = epoch.number() - 1;
        try (Connection connection = database.connect(Login.APPLICATION);
                PreparedStatement select = connection.prepareStatement(HEAD)) {
            select.setInt(1, before);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return facts.with("reason", "restored")
                        .with("previous", new Origin(epoch.origin().facility(), before).text())
                        .with("size", rows.getLong(1))
                        .with("root", Hash.of(rows.getBytes(2)).base64());
            }
        }
    }
}
