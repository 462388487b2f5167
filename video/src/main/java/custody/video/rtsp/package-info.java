/**
 * An RTSP/1.0 client for cameras: RTP interleaved over one TCP connection, Basic and Digest sign-in, session description,
 * and the tolerance that real cameras need. All parsing is bounded. Sees {@code camera} and {@code media}.
 * See {@code docs/design/recorder.md}.
 */
@NullMarked
package custody.video.rtsp;

import org.jspecify.annotations.NullMarked;
