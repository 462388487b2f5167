/**
 * What has been recorded: segments, fragments, gaps, the folder layout, the root of a segment, salvage of torn files,
 * the leaf of a minute and the decisions about deletion. Sees {@code media} and {@code mp4}. The index can always be rebuilt
 * from the files by this package alone. See {@code docs/design/archive.md} and {@code docs/formats/segment.md}.
 */
@NullMarked
package custody.video.archive;

import org.jspecify.annotations.NullMarked;
