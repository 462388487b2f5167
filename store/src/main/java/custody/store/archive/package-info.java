/**
 * The index of footage in PostgreSQL: cameras, segments, gaps, holds, masks, minutes, deletion. Footage itself lies in files and
 * is the recorder's; from them the index can be built again.
 *
 * <p>Sees {@code records} (entries and what stands beside them), {@code keys}, {@code database}, and the rooms {@code video}, {@code record}, {@code
 * ledger}. Read docs/design/archive.md.
 */
@NullMarked
package custody.store.archive;

import org.jspecify.annotations.NullMarked;
