/** Holds the house to its plan: directions, purity, names, and the planted violations that show the checks bite. */
@NullMarked
package custody.node.architecture;

import org.jspecify.annotations.NullMarked;
