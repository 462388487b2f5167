/**
 * Brings the schema up to date with Flyway, as owner, and gives the application role its few rights. The SQL is in the
 * resources beside this package; every column says its unit and its reason.
 *
 * <p>Sees {@code database} and {@code faults}. Read docs/design/store.md, part "Tables".
 */
@NullMarked
package custody.store.migrations;

import org.jspecify.annotations.NullMarked;
