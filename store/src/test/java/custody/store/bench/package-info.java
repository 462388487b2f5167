/** Measurements run with loose bounds, so that they go on compiling and saying something. */
@NullMarked
package custody.store.bench;

import org.jspecify.annotations.NullMarked;
