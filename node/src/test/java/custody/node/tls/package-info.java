@NullMarked
package custody.node.tls;

import org.jspecify.annotations.NullMarked;
