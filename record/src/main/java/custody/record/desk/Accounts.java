package custody.record.desk;

import custody.record.events.Badge;
import java.time.Instant;
import java.util.Optional;

/** How officers prove who they are. Hashes are Argon2id strings made by the caller; nothing here is readable back. */
public interface Accounts {

    /** Who let somebody in, or shut them out. */
    sealed interface By {}

    /** An officer who was signed in, for himself or for another. */
    record Signed(Badge badge) implements By {}

    /** Whoever has the data folder: at the console, without signing in. */
    record Console() implements By {}

    /** What is needed to judge a sign-in. */
    record Account(Badge badge, String passwordHash, int failures, Instant failedAt) {}

    /** The account of that badge. */
    Optional<Account> find(Badge badge);

    /** Sets the password's hash and clears failures. Leaves a ledger entry (role change). */
    void password(Badge badge, String hash, By by);

    /**
     * Counts a try as failed, before it is judged; false, and nothing is counted, if another try or a new password came after
     * the account was seen.
     */
    boolean trying(Account seen, Instant at);

    /** Notes a successful sign-in: failures are cleared. */
    void succeeded(Badge badge);

    /** Whether any account exists: none before the first start is finished. */
    boolean any();

    /** Stores an API token by its SHA-256 (lower-case hex), shown once. Leaves a ledger entry (role change). */
    void token(String sha256, Badge badge, Instant expires, By by);

    /** Whose token that is, unless it has expired by {@code now} or was revoked. */
    Optional<Badge> tokenOwner(String sha256, Instant now);

    /** Revokes every token of a badge. Leaves a ledger entry (role change). */
    void revokeTokens(Badge badge, By by);
}
