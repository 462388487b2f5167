package custody.record.desk;

import custody.record.events.Badge;

/**
 * What the ledger keeps of a new password or token: that there is one, whose, and by whom; never a secret, nor a hash of one.
 *
 * @param kind what was done
 * @param badge for whom
 * @param by who did it
 */
public record CredentialChange(Kind kind, Badge badge, Accounts.By by) {

    /** What may be done to the ways in. */
    public enum Kind {
        PASSWORD_SET,
        TOKEN_MADE,
        TOKENS_REVOKED
    }
}
