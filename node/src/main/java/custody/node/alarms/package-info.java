/**
 * The alarm clock: wakes when a record's clocks change, and writes warnings and breaches into the record.
 *
 * <p>Wiring and schedule only; what is due is decided in {@code custody.record.law}. Read docs/design/alarms.md.
 */
@NullMarked
package custody.node.alarms;

import org.jspecify.annotations.NullMarked;
