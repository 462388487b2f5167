/** Tests of the store on a real PostgreSQL; {@code Samples} invents the people. */
@NullMarked
package custody.store;

import org.jspecify.annotations.NullMarked;
