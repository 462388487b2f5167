package custody.node.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.node.demo.DemoFacility;
import custody.record.desk.Receipt;
import custody.store.Store;
import custody.store.StoreSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/** Looks every receipt up in the tiles of the ledger that is on the disk. */
final class Acknowledged {
    private static final int TILE = 256;
    private static final int HASH = 32;

    private Acknowledged() {}

    /** Fails with the first receipt whose leaf is not where it says, with the hash it says. */
    static void requireAll(Path data, List<Receipt> receipts, String when) throws InterruptedException {
        try (Store store = Store.open(StoreSettings.of(data, DemoFacility.CODE, InstantSource.system()))) {
            store.awaitSealed(10_000);
            long size = Long.parseLong(store.ledger()
                    .checkpoint()
                    .orElseThrow()
                    .lines()
                    .skip(1)
                    .findFirst()
                    .orElseThrow());
            for (Receipt receipt : receipts) {
                assertEquals(
                        receipt.leafHash(),
                        leafHash(store, receipt.index(), size),
                        when + ", entry " + receipt.index());
            }
        }
    }

    private static String leafHash(Store store, long index, long size) {
        long tile = index / TILE;
        long width = Math.min(TILE, size - tile * TILE);
        byte[] hashes = store.ledger()
                .tile(path(tile) + (width == TILE ? "" : ".p/" + width))
                .orElseThrow(() -> new AssertionError("no tile for entry " + index + " of " + size));
        int at = Math.toIntExact(index % TILE) * HASH;
        byte[] hash = java.util.Arrays.copyOfRange(hashes, at, at + HASH);
        return Base64.getEncoder().encodeToString(hash);
    }

    /** tlog-tiles: groups of three digits, all but the last with an x. */
    private static String path(long tile) {
        String digits = Long.toString(tile);
        digits = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        StringBuilder path = new StringBuilder("0");
        for (int i = 0; i < digits.length(); i += 3) {
            path.append(i + 3 < digits.length() ? "/x" : "/").append(digits, i, i + 3);
        }
        return path.toString();
    }
}
