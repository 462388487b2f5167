package custody.record.desk;

import custody.record.places.Officer;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the ledger about an officer: what the officer became, or a way in that was given or taken.
 *
 * @param at when it was recorded
 * @param index place in the ledger
 * @param by who did it; empty in entries of appointments from before it was said
 * @param what what was done
 */
public record RoleEntry(Instant at, long index, Optional<Accounts.By> by, What what) {

    /** What was done. */
    public sealed interface What {}

    /** The officer was put in, or changed, and is from then on this. */
    public record Became(Officer officer) implements What {}

    /** A password was set, a token made, or all tokens revoked. */
    public record WayIn(CredentialChange.Kind kind) implements What {}
}
