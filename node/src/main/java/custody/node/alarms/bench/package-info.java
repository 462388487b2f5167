/**
 * Measures the alarms: what waiting costs with many open clocks, and how late an alarm is.
 *
 * <p>Makes a store of its own with invented people. Sees {@code store} and the alarms. Read docs/operating/performance.md.
 */
@NullMarked
package custody.node.alarms.bench;

import org.jspecify.annotations.NullMarked;
