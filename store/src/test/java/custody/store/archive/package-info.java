@NullMarked
package custody.store.archive;

import org.jspecify.annotations.NullMarked;
