/** Threads that the node's parts run on. Sees nothing of the node. */
@NullMarked
package custody.node.threads;

import org.jspecify.annotations.NullMarked;
