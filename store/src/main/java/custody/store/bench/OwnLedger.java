package custody.store.bench;

import custody.ledger.log.Origin;
import custody.ledger.note.NoteSigner;
import custody.ledger.tree.TreeHead;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.ledger.Epoch;
import custody.store.ledger.Epochs;
import custody.store.ledger.LastSigned;
import custody.store.ledger.Sealer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** An empty ledger beside the store's own, in the same database, sealed as that is. */
final class OwnLedger implements AutoCloseable {
    private static final int SEED_BYTES = 32;

    private final Epoch epoch;
    private final Sealer sealer;
    private final Thread sealing;

    /** Opens epoch {@code number}, which must be new. */
    OwnLedger(Database database, Path folder, int number, Instant now, SecureRandom random) throws SQLException {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        Origin origin = new Origin(Invented.HOME.code(), number);
        NoteSigner signer = NoteSigner.fromSeed(origin.text(), seed);
        try (Connection connection = database.connect(Login.OWNER)) {
            this.epoch = Epochs.open(connection, origin, signer, now);
        }
        try {
            Path memory = Files.createDirectory(folder.resolve("epoch-" + number));
            this.sealer = new Sealer(database, epoch, signer, new LastSigned(memory), TreeHead.EMPTY);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        this.sealing = Thread.ofPlatform().start(sealer);
    }

    Epoch epoch() {
        return epoch;
    }

    Sealer sealer() {
        return sealer;
    }

    @Override
    public void close() {
        sealer.close();
        try {
            sealing.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
