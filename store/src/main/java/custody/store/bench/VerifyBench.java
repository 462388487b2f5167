package custody.store.bench;

import custody.ledger.check.Claims;
import custody.ledger.check.LogCheck;
import custody.ledger.check.Report;
import custody.ledger.check.StoredHead;
import custody.ledger.check.StoredLeaf;
import custody.ledger.check.StoredPayload;
import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.ledger.log.Leaf;
import custody.ledger.log.LeafTime;
import custody.ledger.log.Origin;
import custody.ledger.tree.Hash;
import custody.ledger.tree.TileBuilder;
import custody.ledger.tree.TreeHasher;
import custody.store.records.NodeTime;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code ./custody bench verify}: the check's own verification of leaves (strict reading, leaf hashes, tree, stored tiles
 * and head) against nothing but SHA-256 over the same leaf bytes and nodes. All in memory, so that no disk is measured, in
 * steps of 2,000 that are copied anew before, as the check gets them from the database; one thread against one, and two
 * against two, and each is the first with every other step.
 */
public final class VerifyBench {
    private static final int LEAVES = 50_000;
    private static final int STEP = 2_000;
    private static final int DIGESTS = 16;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 10;

    private final Origin origin = new Origin(Invented.HOME.code(), 1);
    private final List<StoredLeaf> leaves = new ArrayList<>(LEAVES);
    private final StoredHead head;
    private final PrintStream out;

    /** Makes leaves as the append writes them, with random digests. */
    public VerifyBench(NodeTime time, PrintStream out) {
        this.out = out;
        Random random = new Random(1);
        TileBuilder tree = TileBuilder.empty();
        TreeHasher hasher = new TreeHasher();
        LeafTime now = time.now();
        for (int index = 0; index < LEAVES; index++) {
            List<Hash> digests = digests(random);
            byte[] bytes = new Leaf(
                            origin, index, EntryClass.RECORD, now, null, digests, hash(random), ClearFacts.none())
                    .encode();
            byte[] leafHash = hasher.leaf(bytes).bytes();
            leaves.add(new StoredLeaf(index, bytes, leafHash, new StoredPayload.NotRead()));
            tree.append(List.of(Hash.of(leafHash)));
        }
        this.head = new StoredHead(tree.head(), tree.frontier().encode());
    }

    private static Hash hash(Random random) {
        byte[] bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    /** Ascending by their base64url text, as a leaf wants them. */
    private static List<Hash> digests(Random random) {
        return Stream.generate(() -> hash(random))
                .limit(DIGESTS)
                .sorted(java.util.Comparator.comparing(VerifyBench::text))
                .toList();
    }

    private static String text(Hash hash) {
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(hash.bytes());
    }

    /** Measures and prints. */
    public void run() {
        out.printf(
                Locale.ROOT,
                "verify, %,d leaves of %d bytes in memory, in steps of %,d, %d rounds, medians%n",
                LEAVES,
                leaves.getFirst().bytes().length,
                STEP,
                ROUNDS);
        compare("one thread", VerifyBench::bound, (check, some) -> some.forEach(check::next));
        compare("two threads", VerifyBench::boundTogether, (check, some) -> check.next(some, pool()));
    }

    private void compare(
            String threads, Consumer<List<StoredLeaf>> bound, BiConsumer<LogCheck, List<StoredLeaf>> checking) {
        List<Double> bounds = new ArrayList<>();
        List<Double> checks = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Seconds seconds = round(bound, checking);
            if (round >= 0) {
                bounds.add(LEAVES / seconds.bound());
                checks.add(LEAVES / seconds.check());
                ratios.add(seconds.bound() / seconds.check());
            }
        }
        out.printf(
                Locale.ROOT,
                "  %-12s SHA-256 alone %,10.0f leaves/s   check %,10.0f leaves/s   %.2f%n",
                threads,
                median(bounds),
                median(checks),
                median(ratios));
    }

    /** What one round took. */
    private record Seconds(double bound, double check) {}

    private Seconds round(Consumer<List<StoredLeaf>> bound, BiConsumer<LogCheck, List<StoredLeaf>> checking) {
        LogCheck check = check();
        double bounds = 0;
        double checks = 0;
        for (int from = 0; from < LEAVES; from += STEP) {
            List<StoredLeaf> fresh = leaves.subList(from, Math.min(from + STEP, LEAVES)).stream()
                    .map(VerifyBench::copy)
                    .toList();
            boolean first = from / STEP % 2 == 0;
            bounds += first ? seconds(() -> bound.accept(fresh)) : 0;
            checks += seconds(() -> checking.accept(check, fresh));
            bounds += first ? 0 : seconds(() -> bound.accept(fresh));
        }
        return new Seconds(bounds, checks + seconds(() -> agreed(check)));
    }

    private static StoredLeaf copy(StoredLeaf leaf) {
        return new StoredLeaf(
                leaf.index(), leaf.bytes().clone(), leaf.leafHash().clone(), leaf.payload());
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    /** Hashes leaves, and as many nodes. */
    private static void bound(List<StoredLeaf> some) {
        TreeHasher hasher = new TreeHasher();
        byte[] out = new byte[Hash.BYTES];
        for (StoredLeaf leaf : some) {
            hasher.leaf(leaf.bytes(), 0, leaf.bytes().length, out, 0);
        }
        Hash left = Hash.of(out);
        for (int node = 0; node < some.size(); node++) {
            left = hasher.node(left, left);
        }
        if (left.equals(Hash.of(out))) {
            throw new IllegalStateException("SHA-256 has a fixed point");
        }
    }

    private static void boundTogether(List<StoredLeaf> some) {
        int half = some.size() / 2;
        var other = CompletableFuture.runAsync(() -> bound(some.subList(half, some.size())), pool());
        bound(some.subList(0, half));
        other.join();
    }

    private static ForkJoinPool pool() {
        return ForkJoinPool.commonPool();
    }

    private LogCheck check() {
        return LogCheck.of(new Claims(origin, Set.of(), Collections.emptyIterator(), Claims.Signatures.NEWEST, null));
    }

    private void agreed(LogCheck check) {
        Report report = check.finish(head);
        if (!report.agrees()) {
            throw new IllegalStateException("found: " + report.findings());
        }
    }
}
