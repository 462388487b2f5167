package custody.web.video;

import java.time.Instant;

/**
 * Something in a camera's time that one can go to.
 *
 * @param at when
 * @param kind {@code event}, {@code gap}, {@code still} or {@code held}
 * @param time local, for people
 * @param text what it is
 */
public record Moment(Instant at, String kind, String time, String text) {}
