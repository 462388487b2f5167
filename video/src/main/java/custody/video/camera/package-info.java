/**
 * What a camera is and which network addresses one may have. Pure, except for one name look-up through a given resolver.
 * Sees nothing else of video. The allow-list is what keeps a typed-in camera address from reaching into the building's own
 * network. See {@code docs/design/recorder.md}.
 */
@NullMarked
package custody.video.camera;

import org.jspecify.annotations.NullMarked;
