/** Runs the whole program as people run it: a process of its own, a data folder, HTTPS, and kill -9. */
@NullMarked
package custody.node.running;

import org.jspecify.annotations.NullMarked;
