/**
 * Everything that is kept: PostgreSQL, the ledger's append, keys, check, backup. {@link custody.store.Store} is the one
 * door: it implements the ports of {@code custody.record.desk} and serves the ledger.
 *
 * <p>May see {@code record}, {@code ledger} and {@code video}, JDBC and Flyway; never {@code web} or {@code node}. Read
 * docs/design/store.md and docs/design/keys.md.
 */
@NullMarked
package custody.store;

import org.jspecify.annotations.NullMarked;
