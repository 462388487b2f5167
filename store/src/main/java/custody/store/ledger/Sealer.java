package custody.store.ledger;

import custody.ledger.note.Checkpoint;
import custody.ledger.note.NoteSigner;
import custody.ledger.note.SignedNote;
import custody.ledger.tree.ConsistencyProof;
import custody.ledger.tree.ProofVerdict;
import custody.ledger.tree.TreeHashes;
import custody.ledger.tree.TreeHead;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs checkpoints of what is committed and was read back. Signs only a head that continues the last one it signed, which
 * it keeps in a file of its own; otherwise it stops for good and says why. One thread; many may tell it news.
 */
public final class Sealer implements Runnable, Seals {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long PAUSE_MILLIS = 200;
    private static final String KEEP =
            "INSERT INTO checkpoint (epoch, size, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private final Database database;
    private final Epoch epoch;
    private final NoteSigner signer;
    private final LastSigned memory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition quiet = lock.newCondition();
    private TreeHead committed;
    private boolean closing;
    private volatile Sealed last;
    private volatile @Nullable String refusal;
    private boolean failing;
    private @Nullable Connection connection;

    /** What was signed last. */
    private record Sealed(TreeHead head, @Nullable SignedNote note) {}

    /** Begins where the memory stands; {@code committed} is the head in the database. */
    public Sealer(Database database, Epoch epoch, NoteSigner signer, LastSigned memory, TreeHead committed) {
        this.database = database;
        this.epoch = epoch;
        this.signer = signer;
        this.memory = memory;
        this.committed = committed;
        Optional<Checkpoint> before = memory.read(epoch);
        this.last = new Sealed(
                before.map(Checkpoint::head).orElse(TreeHead.EMPTY),
                before.isPresent() ? memory.note().orElse(null) : null);
        if (!signer.signsFor(epoch.key())) {
            refusal = "the signing key is not the one this ledger is known by";
        } else if (last.head().size() > committed.size()) {
            refusal = "checkpoint " + last.head().size() + " was signed, but the database holds only "
                    + committed.size() + " entries: it was turned back";
        }
    }

    /** Tells of a committed head. */
    public void committed(TreeHead head) {
        lock.lock();
        try {
            committed = head;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long size() {
        return last.head().size();
    }

    @Override
    public Optional<SignedNote> note() {
        return Optional.ofNullable(last.note());
    }

    /** Why nothing is signed any more; empty while all is well. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Waits until everything committed by now is sealed, at most that long; whether it is. */
    public boolean await(long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            TreeHead wanted = committed;
            while (last.head().size() < wanted.size() && left > 0 && refusal == null) {
                left = quiet.awaitNanos(left);
            }
            return last.head().size() >= wanted.size();
        } finally {
            lock.unlock();
        }
    }

    /** Signs what is committed and ends. */
    public void close() {
        lock.lock();
        try {
            closing = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            for (Optional<TreeHead> next = next(); next.isPresent(); next = next()) {
                seal(next.get());
                if (!closing) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            drop();
        }
    }

    /** The next head to sign; waits for one; empty at the end. */
    private Optional<TreeHead> next() throws InterruptedException {
        lock.lock();
        try {
            while (!closing
                    && (refusal != null || committed.size() == last.head().size())) {
                news.await();
            }
            boolean more = refusal == null && committed.size() != last.head().size();
            return more ? Optional.of(committed) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void seal(TreeHead head) {
        try {
            if (!continues(head)) {
                refusal = "the tree of " + head.size() + " entries does not continue the one of "
                        + last.head().size() + " that was signed";
                LOG.atError().addKeyValue("finding", refusal).log("sealing stopped");
                return;
            }
            SignedNote note = Checkpoint.of(epoch.origin().text(), head).sign(signer);
            memory.write(note);
            keep(head, note);
            last = new Sealed(head, note);
            failing = false;
            tell();
        } catch (SQLException | RuntimeException | Error failed) {
            // Whatever it is: a sealer that is gone refuses nothing and says nothing.
            drop();
            if (closing) {
                committed(last.head());
            }
            if (!failing) {
                LOG.atWarn()
                        .addKeyValue("fault", failed.getClass().getSimpleName())
                        .log("checkpoint not signed yet");
            }
            failing = true;
        }
    }

    private boolean continues(TreeHead head) throws SQLException {
        if (last.head().size() == 0) {
            return true;
        }
        Optional<ConsistencyProof> proof = TreeHashes.of(new PostgresTiles(open(), epoch.number()), head.size())
                .consistency(last.head().size())
                .made();
        return proof.isPresent() && proof.get().verify(last.head(), head) == ProofVerdict.PROVEN;
    }

    private void keep(TreeHead head, SignedNote note) throws SQLException {
        try (PreparedStatement insert = open().prepareStatement(KEEP)) {
            insert.setInt(1, epoch.number());
            insert.setLong(2, head.size());
            insert.setString(3, note.encode());
            insert.executeUpdate();
        }
    }

    private void tell() {
        lock.lock();
        try {
            quiet.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Connection open() throws SQLException {
        Connection there = connection;
        if (there == null) {
            there = database.connect(Login.APPLICATION);
            connection = there;
        }
        return there;
    }

    private void drop() {
        try {
            Connection there = connection;
            if (there != null) {
                there.close();
            }
        } catch (SQLException alreadyGone) {
            LOG.atDebug().setCause(alreadyGone).log("connection was gone");
        }
        connection = null;
    }
}
