/** A house whose cameras can be set up, in memory: for the tests of the page on which that is done. */
@NullMarked
package custody.web.house.cameras;

import org.jspecify.annotations.NullMarked;
