/**
 * Reads rule packs from folders of YAML files, refuses bad ones with file, line and rule, and runs their worked cases.
 *
 * <p>Sees {@code record} and SnakeYAML. Nothing a file says is ever run or instantiated. Read
 * docs/writing-rules.md.
 */
@NullMarked
package custody.store.rulepacks;

import org.jspecify.annotations.NullMarked;
