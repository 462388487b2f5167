/**
 * Footage for a recipient: one ordinary MP4 exact to the frame, the original fragments beside it, and a manifest that lets a
 * stranger check both offline. Sees {@code archive}, {@code mp4},
 * {@code playback} and the line format of {@code recorder}. See {@code docs/design/archive.md}.
 */
@NullMarked
package custody.video.export;

import org.jspecify.annotations.NullMarked;
