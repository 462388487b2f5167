package custody.ledger.check;

import custody.ledger.log.EntryClass;
import custody.ledger.log.LeafHeader;
import custody.ledger.tree.Hash;

/** Holds stored payloads against what their leaves state, and marks of erasure against erasure entries. One owner. */
final class PayloadCheck {
    private final Findings findings;
    private long erased;
    private long lastErased = -1;
    private long lastErasureEntry = -1;

    PayloadCheck(Findings findings) {
        this.findings = findings;
    }

    void next(LeafHeader header, Examined leaf) {
        if (header.entryClass() == EntryClass.ERASURE) {
            lastErasureEntry = header.index();
        }
        Hash stated = header.payload();
        switch (leaf.stored().payload()) {
            case StoredPayload.NotRead notRead -> {}
            case StoredPayload.None none -> {
                if (stated != null) {
                    findings.add(FindingCode.PAYLOAD_MISSING, where(header), stated.base64(), "nothing");
                }
            }
            case StoredPayload.Erased marked -> {
                erased++;
                lastErased = header.index();
            }
            case StoredPayload.Bytes bytes -> {
                Hash actual = leaf.payloadHash();
                if (stated == null) {
                    findings.add(FindingCode.PAYLOAD_UNEXPECTED, where(header), "nothing", "a payload");
                } else if (!stated.equals(actual)) {
                    findings.add(FindingCode.PAYLOAD_DIFFERS, where(header), stated.base64(), String.valueOf(actual));
                }
            }
        }
    }

    /** Made only for a finding: millions of leaves have none. */
    private static String where(LeafHeader header) {
        return "leaf " + header.index();
    }

    /** No more leaves come; answers how many payloads are marked as erased. */
    long finish() {
        if (lastErased > lastErasureEntry) {
            findings.add(FindingCode.ERASED_WITHOUT_ENTRY, "leaf " + lastErased, "an erasure entry behind it", "none");
        }
        return erased;
    }
}
