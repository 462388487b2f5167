@NullMarked
package custody.node.threads;

import org.jspecify.annotations.NullMarked;
