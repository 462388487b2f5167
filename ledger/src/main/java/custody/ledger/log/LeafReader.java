package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;
import custody.ledger.tree.Hash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads leaves strictly, one after the other: every byte is held against the one form. Reused; one owner. */
public final class LeafReader {
    private final ByteCursor in = new ByteCursor();
    private final HashesReader hashes = new HashesReader();
    private final Remembered<Origin> originPart = new Remembered<>(LeafReader::origin);
    private final Remembered<Minute> minutePart = new Remembered<>(LeafReader::minute);
    private final Remembered<BootId> bootPart = new Remembered<>(LeafReader::boot);
    private final Remembered<Surroundings> surroundingsPart = new Remembered<>(LeafReader::surroundings);

    /** What kind of entry, and the minute in which it was recorded. */
    private record Minute(EntryClass entryClass, long millis) {}

    /** What the clock and the outside said; mostly the same from leaf to leaf. */
    private record Surroundings(
            ClockSource source, long errorMillis, @Nullable ExternalToken token) {}

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
        return new Leaf(
                header.origin(),
                header.index(),
                header.entryClass(),
                header.time(),
                header.token(),
                hashes.digests(),
                header.payload(),
                header.facts());
    }

    private LeafHeader read(byte[] leaf) {
        if (leaf.length > Leaf.MAX_BYTES) {
            throw new Malformed(Malformation.TOO_LONG, "a leaf has at most " + Leaf.MAX_BYTES + " bytes");
        }
        in.reset(leaf);
        Origin origin = originPart.read(in);
        long index = in.notNegative();
        Minute minute = minutePart.read(in);
        EntryClass entryClass = minute.entryClass();
        Instant recordedAt = Instant.ofEpochMilli(minute.millis() + in.millisOfMinute());
        BootId boot = bootPart.read(in);
        long uptime = in.notNegative();
        Surroundings around = surroundingsPart.read(in);
        LeafTime time = new LeafTime(recordedAt, boot, uptime, around.source(), around.errorMillis());
        hashes.read(leaf, in, entryClass);
        Hash payload = hashes.payload();
        ClearFacts facts = in.next(LeafJson.NO_FACTS) ? ClearFacts.none() : FactsReader.read(in);
        if (!in.atEnd()) {
            throw new Malformed(Malformation.TRAILING, "something follows the leaf");
        }
        if (entryClass == EntryClass.RECORD && (payload == null || !facts.isEmpty())) {
            throw new Malformed(Malformation.INCONSISTENT, "a record leaf has a payload and no facts");
        }
        return new LeafHeader(origin, index, entryClass, time, around.token(), hashes.count(), payload, facts);
    }

    private static Origin origin(ByteCursor in) {
        in.expect(LeafJson.START);
        Origin origin = Origin.parse(in.toQuoteText()).orThrow();
        in.expect(LeafJson.INDEX);
        return origin;
    }

    private static Minute minute(ByteCursor in) {
        in.expect(LeafJson.CLASS);
        EntryClass entryClass = EntryClass.of(in.toQuoteText()).orElseThrow(() -> unknown("class"));
        in.expect(LeafJson.RECORDED);
        return new Minute(entryClass, in.minute());
    }

    private static BootId boot(ByteCursor in) {
        in.expect(LeafJson.BOOT);
        BootId boot = new BootId(in.hex());
        in.expect(LeafJson.UPTIME);
        return boot;
    }

    private static Surroundings surroundings(ByteCursor in) {
        in.expect(LeafJson.CLOCK);
        ClockSource source = ClockSource.of(in.toQuoteText()).orElseThrow(() -> unknown("clock source"));
        in.expect(LeafJson.ERROR);
        long error = in.next(LeafJson.NULL) ? LeafTime.UNKNOWN_ERROR : in.notNegative();
        in.expect(LeafJson.TOKEN);
        ExternalToken token = in.next(LeafJson.NULL) ? null : token(in);
        in.expect(LeafJson.DIGESTS);
        return new Surroundings(source, error, token);
    }

    private static ExternalToken token(ByteCursor in) {
        in.expect(LeafJson.TOKEN_KIND);
        TokenKind kind = TokenKind.of(in.toQuoteText()).orElseThrow(() -> unknown("token kind"));
        in.expect(LeafJson.TOKEN_DIGEST);
        Hash digest = in.hash();
        in.expect(LeafJson.TOKEN_AT);
        Instant at = Instant.ofEpochMilli(in.time());
        in.expect(LeafJson.TOKEN_END);
        return new ExternalToken(kind, digest, at);
    }

    private static Malformed unknown(String what) {
        return new Malformed(Malformation.BAD_NAME, "unknown " + what);
    }
}
