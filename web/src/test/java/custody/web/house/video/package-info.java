/** The video side of a node in memory, over a folder of real segments where a test has one. */
@NullMarked
package custody.web.house.video;

import org.jspecify.annotations.NullMarked;
