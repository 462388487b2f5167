/** What a backup holds is held against the schema: every table, each behind those it refers to. */
@NullMarked
package custody.store.backup;

import org.jspecify.annotations.NullMarked;
