/**
 * The index of next instants, and what was declared of martial law.
 *
 * <p>Derived and rebuilt: losing it loses no alarm. Sees {@code record} and the database. Read docs/design/alarms.md.
 */
@NullMarked
package custody.store.alarms;

import org.jspecify.annotations.NullMarked;
