package custody.record.desk;

import custody.record.events.Badge;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, and under which request key.
 *
 * @param badge who
 * @param request names the request, so that a retry creates nothing twice; null where the caller sent none
 */
public record Writer(Badge badge, @Nullable RequestKey request) {}
