/**
 * The cameras on the screens: the live wall, one camera, playback, masks, holds, exports, uploads, signs.
 *
 * <p>Sees the ports of {@code custody.video} as one {@code Footage}, {@code session}, {@code words} and the pages' frame; opens no
 * file of the archive that a port did not name. Every look is written down before its first byte leaves. Read
 * docs/design/watching.md.
 */
@NullMarked
package custody.web.video;

import org.jspecify.annotations.NullMarked;
