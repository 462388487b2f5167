/** Databases of earlier versions, brought to this one. */
@NullMarked
package custody.store.migrations;

import org.jspecify.annotations.NullMarked;
