/**
 * Cameras that do not exist: N RTSP cameras from one clip, which misbehave on command, for tests, for the demonstration and
 * for measurements. Never part of a real installation's recording. Sees {@code media} and {@code ffmpeg}.
 * See {@code docs/design/recorder.md}.
 */
@NullMarked
package custody.video.simulator;

import org.jspecify.annotations.NullMarked;
