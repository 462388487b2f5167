/**
 * Measurements of the recorder against an ffmpeg process per camera in the same run. Sees {@code recorder},
 * {@code simulator} and {@code ffmpeg}. See {@code docs/operating/performance-video.md}.
 */
@NullMarked
package custody.video.bench;

import org.jspecify.annotations.NullMarked;
