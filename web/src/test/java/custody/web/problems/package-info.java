/** Problems as they are told. */
@NullMarked
package custody.web.problems;

import org.jspecify.annotations.NullMarked;
