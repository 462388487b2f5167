package custody.ledger.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects findings; a ledger that is wrong from end to end must not fill the memory. One owner. */
public final class Findings {
    /** How many of one code are kept; the others are counted. */
    public static final int MOST_OF_A_CODE = 100;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<FindingCode, Integer> count = new EnumMap<>(FindingCode.class);
    private long further;

    Findings() {}

    /** Adds one. */
    public void add(FindingCode code, String where, String expected, String actual) {
        if (count.merge(code, 1, Integer::sum) <= MOST_OF_A_CODE) {
            kept.add(new Finding(code, where, expected, actual));
        } else {
            further++;
        }
    }

    List<Finding> kept() {
        return kept;
    }

    long further() {
        return further;
    }
}
