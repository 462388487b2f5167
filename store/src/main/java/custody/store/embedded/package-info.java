/**
 * Runs the PostgreSQL that comes with the program: unpacks it, makes the cluster with durable settings and checksums,
 * starts it as root or not, adopts what a killed process left running, stops it fast.
 *
 * <p>Sees {@code database} and {@code faults}; starts the processes of PostgreSQL and no other. Read
 * docs/design/store.md, part "The database that comes along".
 */
@NullMarked
package custody.store.embedded;

import org.jspecify.annotations.NullMarked;
