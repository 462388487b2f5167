/**
 * The recorder: its own process, one platform thread a camera, a pump that makes every second durable, a journal of what it
 * did and a control channel that survives the restart of either side. No native code, no database, no web.
 * Sees {@code camera}, {@code rtsp}, {@code media}, {@code mp4}, {@code archive}. See {@code docs/design/recorder.md}.
 */
@NullMarked
package custody.video.recorder;

import org.jspecify.annotations.NullMarked;
