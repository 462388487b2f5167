/**
 * The cameras for programs; wired by {@code custody.web.cameras.CameraSetup}, for nodes that have cameras.
 *
 * <p>Read docs/formats/api.md.
 */
@NullMarked
package custody.web.api.cameras;

import org.jspecify.annotations.NullMarked;
