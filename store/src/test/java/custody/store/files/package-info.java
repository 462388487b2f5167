/** Files that are replaced durably, on disks that fill. */
@NullMarked
package custody.store.files;

import org.jspecify.annotations.NullMarked;
