package custody.ledger.log;

import custody.ledger.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The words of a leaf's JSON in their fixed order, and its writer. */
final class LeafJson {
    static final byte[] START = ascii("{\"v\":1,\"origin\":\"");
    static final byte[] INDEX = ascii("\",\"index\":");
    static final byte[] CLASS = ascii(",\"class\":\"");
    static final byte[] RECORDED = ascii("\",\"recordedAt\":\"");
    static final byte[] BOOT = ascii("\",\"boot\":\"");
    static final byte[] UPTIME = ascii("\",\"uptime\":");
    static final byte[] CLOCK = ascii(",\"clock\":\"");
    static final byte[] ERROR = ascii("\",\"clockError\":");
    static final byte[] TOKEN = ascii(",\"token\":");
    static final byte[] TOKEN_KIND = ascii("{\"kind\":\"");
    static final byte[] TOKEN_DIGEST = ascii("\",\"digest\":");
    static final byte[] TOKEN_AT = ascii(",\"at\":\"");
    static final byte[] TOKEN_END = ascii("\"}");
    static final byte[] DIGESTS = ascii(",\"_sd\":[");
    static final byte[] PAYLOAD = ascii("],\"payload\":");
    static final byte[] FACTS = ascii(",\"x\":{");
    static final byte[] END = ascii("}}");
    static final byte[] NO_FACTS = ascii(",\"x\":{}}");
    static final byte[] NULL = ascii("null");

    private static final int FIXED = 512;
    private static final int EACH_DIGEST = 46;

    private LeafJson() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] write(Leaf leaf) {
        CanonicalWriter out =
                new CanonicalWriter(FIXED + EACH_DIGEST * leaf.digests().size());
        byte[] scratch = new byte[Hash.BYTES];
        out.raw(START).ascii(leaf.origin().text());
        out.raw(INDEX).number(leaf.index());
        out.raw(CLASS).ascii(leaf.entryClass().wire());
        time(out, leaf.time());
        token(out, leaf, scratch);
        digests(out, leaf.digests(), scratch);
        out.raw(PAYLOAD);
        Hash payload = leaf.payload();
        if (payload == null) {
            out.raw(NULL);
        } else {
            out.hash(payload, scratch);
        }
        facts(out, leaf.facts());
        return out.raw(END).bytes();
    }

    private static void time(CanonicalWriter out, LeafTime time) {
        out.raw(RECORDED).time(time.recordedAt().toEpochMilli());
        out.raw(BOOT).hex(time.boot().bits());
        out.raw(UPTIME).number(time.uptimeMillis());
        out.raw(CLOCK).ascii(time.source().wire()).raw(ERROR);
        if (time.errorMillis() == LeafTime.UNKNOWN_ERROR) {
            out.raw(NULL);
        } else {
            out.number(time.errorMillis());
        }
    }

    private static void token(CanonicalWriter out, Leaf leaf, byte[] scratch) {
        out.raw(TOKEN);
        ExternalToken token = leaf.token();
        if (token == null) {
            out.raw(NULL);
            return;
        }
        out.raw(TOKEN_KIND).ascii(token.kind().wire());
        out.raw(TOKEN_DIGEST).hash(token.digest(), scratch);
        out.raw(TOKEN_AT).time(token.at().toEpochMilli()).raw(TOKEN_END);
    }

    private static void digests(CanonicalWriter out, List<Hash> digests, byte[] scratch) {
        out.raw(DIGESTS);
        for (int i = 0; i < digests.size(); i++) {
            if (i > 0) {
                out.raw(',');
            }
            out.hash(digests.get(i), scratch);
        }
    }

    private static void facts(CanonicalWriter out, ClearFacts facts) {
        out.raw(FACTS);
        boolean first = true;
        for (Map.Entry<String, ClearFact> fact : facts.facts().entrySet()) {
            out.raw(first ? '"' : ',');
            if (!first) {
                out.raw('"');
            }
            first = false;
            out.ascii(fact.getKey()).raw('"').raw(':');
            switch (fact.getValue()) {
                case ClearFact.Word(String word) -> out.raw('"').ascii(word).raw('"');
                case ClearFact.Whole(long number) -> out.number(number);
            }
        }
    }
}
