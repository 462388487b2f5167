/**
 * The law applied: which clocks run on a record, what is due, what was missed, and how each was computed.
 *
 * <p>Judges facts and never blocks one. Pure: the same events, circumstances, pack and moment give the same board. Sees
 * {@code events}, {@code catalogue} and {@code law.rules}; nothing of the record may see it. Read docs/design/law.md.
 */
@NullMarked
package custody.record.law;

import org.jspecify.annotations.NullMarked;
