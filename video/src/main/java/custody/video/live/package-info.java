/**
 * Watching now: what a viewer gets first, one-frame fragments after it, and what is dropped when a viewer is slow. Knows no
 * transport: the web room binds {@code LiveViewer} to a WebSocket. Sees {@code recorder}'s channel and {@code ffmpeg}.
 * See {@code docs/design/recorder.md}.
 */
@NullMarked
package custody.video.live;

import org.jspecify.annotations.NullMarked;
