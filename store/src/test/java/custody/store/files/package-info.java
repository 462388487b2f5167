/** Databases of earlier versions, brought to this one. */
@NullMarked
package custody.store.files;

import org.jspecify.annotations.NullMarked;
