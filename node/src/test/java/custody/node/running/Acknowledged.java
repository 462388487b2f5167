package custody.node.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Receipt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks receipts up in the tiles that the running node publishes, as whoever holds one may. */
final class Acknowledged {
    private static final int TILE = 256;
    private static final int HASH = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;
    private final URI node;

    Acknowledged(HttpClient client, URI node) {
        this.client = client;
        this.node = node;
    }

    /** Fails with the first receipt whose leaf is not where it says, with the hash it says. */
    void requireAll(List<Receipt> receipts, String when) throws IOException, InterruptedException {
        if (receipts.isEmpty()) {
            return;
        }
        String ledger = "ledger/" + receipts.getFirst().origin() + "/";
        long needed = receipts.stream().mapToLong(Receipt::index).max().orElseThrow() + 1;
        long size = sealed(ledger, needed, when);
        Map<Long, byte[]> tiles = new HashMap<>();
        for (Receipt receipt : receipts) {
            long number = receipt.index() / TILE;
            byte[] tile = tiles.get(number);
            if (tile == null) {
                tile = tile(ledger, number, size);
                tiles.put(number, tile);
            }
            int at = Math.toIntExact(receipt.index() % TILE) * HASH;
            String hash = Base64.getEncoder().encodeToString(Arrays.copyOfRange(tile, at, at + HASH));
            assertEquals(receipt.leafHash(), hash, when + ", entry " + receipt.index());
        }
    }

    /** The size of the newest checkpoint, when it covers that many entries; it is signed a moment after the entries. */
    private long sealed(String ledger, long needed, String when) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long size = size(ledger);
        while (size < needed && System.nanoTime() < end) {
            Thread.sleep(50);
            size = size(ledger);
        }
        assertTrue(
                size >= needed, when + ": the newest checkpoint covers " + size + " entries, acknowledged: " + needed);
        return size;
    }

    private long size(String ledger) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(ledger + "checkpoint");
        if (answer.statusCode() == 404) {
            return 0;
        }
        String note = new String(answer.body(), StandardCharsets.UTF_8);
        return Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
    }

    private byte[] tile(String ledger, long number, long size) throws IOException, InterruptedException {
        long width = Math.min(TILE, size - number * TILE);
        HttpResponse<byte[]> answer = get(ledger + "tile/" + path(number) + (width == TILE ? "" : ".p/" + width));
        assertEquals(200, answer.statusCode(), "tile " + number + " of " + size + " entries");
        return answer.body();
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(node.resolve(path)).timeout(PATIENCE).build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
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
