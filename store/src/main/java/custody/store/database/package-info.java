/**
 * The PostgreSQL that holds everything, whoever runs it: how to connect as owner or as application, and what to do when
 * it is gone. Only this room and its siblings touch {@code java.sql}.
 *
 * <p>Sees {@code faults}. Read docs/design/store.md.
 */
@NullMarked
package custody.store.database;

import org.jspecify.annotations.NullMarked;
