package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the clear facts of a leaf, of which there is at least one, and the end of the leaf. */
final class FactsReader {
    private static final byte[] COLON = "\":".getBytes(StandardCharsets.US_ASCII);

    private FactsReader() {}

    static ClearFacts read(ByteCursor in) {
        in.expect(LeafJson.FACTS);
        Map<String, ClearFact> facts = new LinkedHashMap<>();
        String previous = "";
        while (true) {
            in.expect('"');
            String name = in.toQuoteText();
            if (!Field.isName(name)) {
                throw new Malformed(Malformation.BAD_NAME, "fact name before byte " + in.at());
            }
            if (previous.compareTo(name) >= 0) {
                throw new Malformed(Malformation.NOT_ASCENDING, "fact name before byte " + in.at());
            }
            previous = name;
            in.expect(COLON);
            facts.put(name, in.peek() == '"' ? word(in) : new ClearFact.Whole(in.number()));
            if (in.peek() == '}') {
                in.expect(LeafJson.END);
                break;
            }
            in.expect(',');
        }
        if (facts.size() > ClearFacts.MAX_FACTS) {
            throw new Malformed(Malformation.BAD_COUNT, "more than " + ClearFacts.MAX_FACTS + " facts");
        }
        return new ClearFacts(facts);
    }

    private static ClearFact word(ByteCursor in) {
        in.expect('"');
        String word = in.toQuoteText();
        if (!ClearFact.Word.isWord(word)) {
            throw new Malformed(Malformation.BAD_TEXT, "fact before byte " + in.at());
        }
        in.expect('"');
        return new ClearFact.Word(word);
    }
}
