/**
 * Reads rule packs from folders of YAML files and refuses bad ones with file, line and rule.
 *
 * <p>Sees {@code custody.record.law.rules} and SnakeYAML. Nothing a file says is ever run or instantiated. Read
 * docs/writing-rules.md.
 */
@NullMarked
package custody.store.rulepacks;

import org.jspecify.annotations.NullMarked;
