package custody.ledger.check;

import custody.ledger.tree.TreeHead;
import java.util.List;

/**
 * What a check says.
 *
 * @param head size and root rebuilt from the leaves; up to the first missing leaf
 * @param sealed how many leaves are under a signed checkpoint that agrees
 * @param erased how many payloads are marked as erased
 * @param findings in the order found; at most 100 of each code
 * @param further how many findings more there were
 */
public record Report(TreeHead head, long sealed, long erased, List<Finding> findings, long further) {
    public Report {
        findings = List.copyOf(findings);
    }

    /** Whether nothing stored differs from what was recorded; warnings may be there. */
    public boolean agrees() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.FAULT);
    }

    /** Whether there is neither fault nor warning. */
    public boolean clean() {
        return findings.isEmpty();
    }
}
