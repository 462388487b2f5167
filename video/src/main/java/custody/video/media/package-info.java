/**
 * From RTP packets to access units: parameter sets, network abstraction layer units, depacketising, clocks. Pure and
 * bounded: hostile bytes give a counter or a {@link custody.video.media.MalformedMedia}, never another exception and never
 * growing memory. Sees only the JDK. See {@code docs/design/recorder.md}.
 */
@NullMarked
package custody.video.media;

import org.jspecify.annotations.NullMarked;
