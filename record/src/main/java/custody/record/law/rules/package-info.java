/**
 * The law as data: packs, their rules, and the closed words a rule may use.
 *
 * <p>Says what a rule is, never how it is judged and never where it is kept. Sees {@code events} and {@code catalogue}.
 * Read docs/design/law.md and docs/writing-rules.md.
 */
@NullMarked
package custody.record.law.rules;

import org.jspecify.annotations.NullMarked;
