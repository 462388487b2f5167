/**
 * A consistent copy of a node while it works, and a node made from such a copy.
 *
 * <p>Reads and writes tables by COPY, and the folder's files. Read docs/design/backup.md.
 */
@NullMarked
package custody.store.backup;

import org.jspecify.annotations.NullMarked;
