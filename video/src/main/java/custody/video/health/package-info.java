/**
 * Is the picture worth recording: frozen, black, covered, blurred or moved, judged on small grey frames by a pure function.
 * The frames come from a decode process. Sees {@code ffmpeg}. See {@code docs/design/recorder.md}.
 */
@NullMarked
package custody.video.health;

import org.jspecify.annotations.NullMarked;
