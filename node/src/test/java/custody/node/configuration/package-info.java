@NullMarked
package custody.node.configuration;

import org.jspecify.annotations.NullMarked;
