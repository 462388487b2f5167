@NullMarked
package custody.node.video;

import org.jspecify.annotations.NullMarked;
