/**
 * What rings: the index of next instants, alerts and how far they climbed, alarms about cameras, the outbox of messages, and
 * what was declared of martial law.
 *
 * <p>Only the index is derived and can be rebuilt. Sees {@code record} and the database. Read docs/design/alarms.md.
 */
@NullMarked
package custody.store.alarms;

import org.jspecify.annotations.NullMarked;
