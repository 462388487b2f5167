/**
 * The bundled ffmpeg executables, unpacked from the class path and started as separate processes with limits. The only place
 * where pixels are decoded or encoded, and never inside a JVM of ours. Sees only the JDK.
 * See {@code docs/design/recorder.md}.
 */
@NullMarked
package custody.video.ffmpeg;

import org.jspecify.annotations.NullMarked;
