package custody.store.check;

import custody.ledger.check.Severity;
import java.util.List;

/**
 * What the check of a folder says.
 *
 * @param leaves leaves rebuilt
 * @param sealed leaves under a signed checkpoint that agrees
 * @param records records folded and compared
 * @param segments segments of footage whose bytes were read
 * @param receipts what is to be said of each receipt that was given
 * @param discoveries in the order found; empty when all agrees
 * @param further how many more there were beyond those kept
 */
public record CheckReport(
        long leaves,
        long sealed,
        long records,
        long segments,
        List<String> receipts,
        List<Discovery> discoveries,
        long further) {
    public CheckReport {
        receipts = List.copyOf(receipts);
        discoveries = List.copyOf(discoveries);
    }

    /** Whether everything stored is what was recorded; warnings may be there. */
    public boolean agrees() {
        return discoveries.stream().noneMatch(discovery -> discovery.severity() == Severity.FAULT);
    }

    /** The report as lines for people. */
    public List<String> lines() {
        List<String> lines = new java.util.ArrayList<>();
        discoveries.forEach(discovery -> lines.add(discovery.line()));
        if (further > 0) {
            lines.add("and " + further + " more");
        }
        lines.addAll(receipts);
        lines.add((agrees() ? "All agrees: " : "Does not agree: ") + leaves + " entries, " + sealed + " sealed, "
                + records + " records" + (segments > 0 ? ", " + segments + " segments of footage read" : ""));
        return lines;
    }
}
