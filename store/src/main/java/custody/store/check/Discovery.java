package custody.store.check;

import custody.ledger.check.Finding;
import custody.ledger.check.FindingCode;
import custody.ledger.check.Severity;

/**
 * One thing that the check of a folder found.
 *
 * @param what a code: the ledger's, or one of {@link Kind}
 * @param severity whether integrity is not given, or only a label
 * @param where the place in words: a leaf, a record and column, a relation and block
 * @param expected what the leaves say
 * @param actual what is stored; never content
 */
public record Discovery(String what, Severity severity, String where, String expected, String actual) {

    /** What only the store can find. */
    public enum Kind {
        /** A page of a table does not have its checksum: bits were flipped on disk. */
        PAGE_DAMAGED,
        /** The signer's memory is gone: a cut tail could not be seen. */
        SIGNER_MEMORY_MISSING,
        /** The database names another signing key than the keystore holds. */
        SIGNING_KEY_DIFFERS,
        /** A remembered request points to what no request of its kind can have written. */
        REQUEST_DIFFERS,
        /** A receipt that somebody kept is not what the ledger says. */
        RECEIPT_DIFFERS,
        /** Footage came into the ledger long after its time, or its times go back. */
        FOOTAGE_LATE,
        /** A segment names more of the one before it than the disk kept. */
        FOOTAGE_CUT_BACK
    }

    static Discovery of(String origin, Finding finding) {
        return new Discovery(
                finding.code().name(),
                finding.severity(),
                origin + " " + finding.where(),
                finding.expected(),
                finding.actual());
    }

    static Discovery of(Kind kind, String where, String expected, String actual) {
        return new Discovery(kind.name(), Severity.FAULT, where, expected, actual);
    }

    static Discovery projection(String where, String expected, String actual) {
        return new Discovery(FindingCode.PROJECTION_DIFFERS.name(), Severity.FAULT, where, expected, actual);
    }

    /** A row that is not what the entry it was written with says. */
    static Discovery row(String where, String expected, String actual) {
        return new Discovery(FindingCode.ROW_DIFFERS.name(), Severity.FAULT, where, expected, actual);
    }

    static Discovery footage(String where, String expected, String actual) {
        return new Discovery(FindingCode.FOOTAGE_DIFFERS.name(), Severity.FAULT, where, expected, actual);
    }

    static Discovery lateFootage(String where, String expected, String actual) {
        return new Discovery(Kind.FOOTAGE_LATE.name(), Severity.WARNING, where, expected, actual);
    }

    static Discovery cutBack(String where, String expected, String actual) {
        return new Discovery(Kind.FOOTAGE_CUT_BACK.name(), Severity.WARNING, where, expected, actual);
    }

    /** One line for people. */
    public String line() {
        return severity() + " " + what + " at " + where + ": expected " + expected + ", found " + actual;
    }
}
