package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;
import custody.ledger.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads leaves strictly, one after the other: every byte is held against the one form. Reused; one owner. */
public final class LeafReader {
    private static final int EACH_DIGEST = Base64Url.HASH_LENGTH + 3;

    private final ByteCursor in = new ByteCursor();
    private byte[] bytes = new byte[0];
    private byte[] lastOriginBytes = new byte[0];
    private @Nullable Origin lastOrigin;
    private @Nullable BootId lastBoot;
    private int digestsAt;

    /** The header of exact leaf bytes. Refused exactly where {@link Leaf#parse} refuses. */
    public Parsed<LeafHeader> header(byte[] leaf) {
        try {
            return new Parsed.Accepted<>(read(leaf));
        } catch (Malformed malformed) {
            return new Parsed.Refused<>(malformed.reason(), String.valueOf(malformed.getMessage()));
        }
    }

    Leaf leaf(byte[] leaf) {
        LeafHeader header = read(leaf);
        List<Hash> digests = new ArrayList<>(header.digests());
        for (int i = 0; i < header.digests(); i++) {
            digests.add(decoded(digestsAt + 1 + i * EACH_DIGEST));
        }
        return new Leaf(
                header.origin(),
                header.index(),
                header.entryClass(),
                header.time(),
                header.token(),
                digests,
                header.payload(),
                header.facts());
    }

    private LeafHeader read(byte[] leaf) {
        if (leaf.length > Leaf.MAX_BYTES) {
            throw new Malformed(Malformation.TOO_LONG, "a leaf has at most " + Leaf.MAX_BYTES + " bytes");
        }
        bytes = leaf;
        in.reset(leaf);
        in.expect(LeafJson.START);
        Origin origin = origin();
        in.expect(LeafJson.INDEX);
        long index = in.notNegative();
        in.expect(LeafJson.CLASS);
        EntryClass entryClass = entryClass();
        LeafTime time = time();
        ExternalToken token = token();
        int digests = digests(entryClass);
        in.expect(LeafJson.PAYLOAD);
        Hash payload = in.next(LeafJson.NULL) ? null : decoded(in.hash());
        in.expect(LeafJson.FACTS);
        ClearFacts facts = FactsReader.read(in);
        in.expect(LeafJson.END);
        if (!in.atEnd()) {
            throw new Malformed(Malformation.TRAILING, "something follows the leaf");
        }
        if (entryClass == EntryClass.RECORD && (payload == null || !facts.isEmpty())) {
            throw new Malformed(Malformation.INCONSISTENT, "a record leaf has a payload and no facts");
        }
        return new LeafHeader(origin, index, entryClass, time, token, digests, payload, facts);
    }

    private Hash decoded(int at) {
        return Hash.of(Base64Url.decode(bytes, at, Base64Url.HASH_LENGTH));
    }

    private Origin origin() {
        int from = in.at();
        int to = in.toQuote();
        // All leaves of a ledger have one origin: compare its bytes before reading it again.
        Origin known = lastOrigin;
        if (known != null && Arrays.equals(bytes, from, to, lastOriginBytes, 0, lastOriginBytes.length)) {
            return known;
        }
        byte[] name = Arrays.copyOfRange(bytes, from, to);
        Origin origin =
                Origin.parse(new String(name, StandardCharsets.ISO_8859_1)).orThrow();
        lastOrigin = origin;
        lastOriginBytes = name;
        return origin;
    }

    private EntryClass entryClass() {
        return EntryClass.of(in.toQuoteText()).orElseThrow(() -> unknown("class"));
    }

    private LeafTime time() {
        in.expect(LeafJson.RECORDED);
        long recordedAt = in.time();
        in.expect(LeafJson.BOOT);
        long bits = in.hex();
        BootId boot = lastBoot != null && lastBoot.bits() == bits ? lastBoot : new BootId(bits);
        lastBoot = boot;
        in.expect(LeafJson.UPTIME);
        long uptime = in.notNegative();
        in.expect(LeafJson.CLOCK);
        ClockSource source = ClockSource.of(in.toQuoteText()).orElseThrow(() -> unknown("clock source"));
        in.expect(LeafJson.ERROR);
        long error = in.next(LeafJson.NULL) ? LeafTime.UNKNOWN_ERROR : in.notNegative();
        return new LeafTime(Instant.ofEpochMilli(recordedAt), boot, uptime, source, error);
    }

    private @Nullable ExternalToken token() {
        in.expect(LeafJson.TOKEN);
        if (in.next(LeafJson.NULL)) {
            return null;
        }
        in.expect(LeafJson.TOKEN_KIND);
        TokenKind kind = TokenKind.of(in.toQuoteText()).orElseThrow(() -> unknown("token kind"));
        in.expect(LeafJson.TOKEN_DIGEST);
        Hash digest = decoded(in.hash());
        in.expect(LeafJson.TOKEN_AT);
        Instant at = Instant.ofEpochMilli(in.time());
        in.expect(LeafJson.TOKEN_END);
        return new ExternalToken(kind, digest, at);
    }

    private int digests(EntryClass entryClass) {
        in.expect(LeafJson.DIGESTS);
        digestsAt = in.at();
        int count = 0;
        int previous = -1;
        while (in.peek() != ']' || count > 0) {
            if (count == Commitments.MAX_FIELDS) {
                throw new Malformed(Malformation.BAD_COUNT, "more than 64 digests");
            }
            int from = in.hash();
            if (previous >= 0 && Base64Url.compareHashes(bytes, previous, from) >= 0) {
                throw new Malformed(Malformation.NOT_ASCENDING, "digest " + count);
            }
            previous = from;
            count++;
            if (in.peek() != ',') {
                break;
            }
            in.skip(1);
        }
        if (!Leaf.isCount(entryClass, count)) {
            throw new Malformed(Malformation.BAD_COUNT, count + " digests");
        }
        return count;
    }

    private static Malformed unknown(String what) {
        return new Malformed(Malformation.BAD_NAME, "unknown " + what);
    }
}
