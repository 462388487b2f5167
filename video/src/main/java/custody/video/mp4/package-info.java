/**
 * Our ISO base media file format (ISO/IEC 14496-12 and -15) writer and reader: initialisation, fragments, box walking, and
 * the whole-file form for export. Sees {@code media}. Every length read from a file is checked before it is used.
 * See {@code docs/formats/segment.md}.
 */
@NullMarked
package custody.video.mp4;

import org.jspecify.annotations.NullMarked;
