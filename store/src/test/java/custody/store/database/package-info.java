/** What is asked of a database, on a real one. */
@NullMarked
package custody.store.database;

import org.jspecify.annotations.NullMarked;
