/**
 * The program itself: main, commands, configuration, and the wiring of all rooms.
 *
 * <p>The only place that sees every room. Holds wiring and schedules, no decisions. Read docs/architecture.md and
 * docs/operating/running.md.
 */
@NullMarked
package custody.node;

import org.jspecify.annotations.NullMarked;
