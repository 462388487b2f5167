/**
 * A house in memory: every port the desk asks, without a database, and an invented facility with its people.
 *
 * <p>For tests of this room only. What is decided is decided by {@code record}; only keeping is simple here.
 */
@NullMarked
package custody.web.house;

import org.jspecify.annotations.NullMarked;
