/** Databases of earlier versions, brought to this one. */
@NullMarked
package custody.store.backup;

import org.jspecify.annotations.NullMarked;
