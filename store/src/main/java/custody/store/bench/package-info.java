/**
 * Measures what the append costs against PostgreSQL itself, and what verifying costs against the machine's SHA-256; fills
 * a store for tests of size.
 *
 * <p>Sees the whole room. Called by {@code ./custody bench}; results are read in docs/operating/performance.md.
 */
@NullMarked
package custody.store.bench;

import org.jspecify.annotations.NullMarked;
