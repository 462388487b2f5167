/**
 * Watching the past: from a moment to the bytes of a file, beginning at the fragment that holds the key frame before it.
 * Sees {@code archive} and {@code mp4}. See {@code docs/design/archive.md}.
 */
@NullMarked
package custody.video.playback;

import org.jspecify.annotations.NullMarked;
