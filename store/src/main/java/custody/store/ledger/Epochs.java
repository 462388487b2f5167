package custody.store.ledger;

import custody.ledger.log.Origin;
import custody.ledger.note.NoteSigner;
import custody.ledger.note.VerifierKey;
import custody.ledger.tree.Frontier;
import custody.ledger.tree.TreeHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The trees this node has kept, as rows. */
public final class Epochs {
    private static final String ALL = "SELECT origin, verifier_key FROM ledger_epoch ORDER BY epoch";
    private static final String OPEN =
            "INSERT INTO ledger_epoch (epoch, origin, verifier_key, opened_at) VALUES (?, ?, ?, ?)";
    private static final String HEAD = "INSERT INTO tree_head (epoch, size, root, frontier) VALUES (?, 0, ?, ?)";

    private Epochs() {}

    /** All, oldest first. */
    public static List<Epoch> all(Connection connection) throws SQLException {
        List<Epoch> epochs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                epochs.add(new Epoch(
                        Origin.parse(rows.getString(1)).orThrow(),
                        VerifierKey.parse(rows.getString(2)).orThrow()));
            }
        }
        return epochs;
    }

    /** Opens an epoch: its row and its empty tree, in one transaction. */
    public static Epoch open(Connection connection, Origin origin, NoteSigner signer, Instant now) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Epoch opened = put(connection, origin, signer, now);
            connection.commit();
            return opened;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** As {@link #open}, in the caller's transaction. */
    public static Epoch put(Connection connection, Origin origin, NoteSigner signer, Instant now) throws SQLException {
        try (PreparedStatement epoch = connection.prepareStatement(OPEN);
                PreparedStatement head = connection.prepareStatement(HEAD)) {
            epoch.setInt(1, origin.epoch());
            epoch.setString(2, origin.text());
            epoch.setString(3, signer.key().text());
            epoch.setTimestamp(4, Timestamp.from(now));
            epoch.executeUpdate();
            head.setInt(1, origin.epoch());
            head.setBytes(2, TreeHead.EMPTY.root().bytes());
            head.setBytes(3, new Frontier().encode());
            head.executeUpdate();
        }
        return new Epoch(origin, signer.key());
    }
}
