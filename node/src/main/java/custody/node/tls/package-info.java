/**
 * Certificates of the node: an own authority made at first start, so that TLS works without anybody's help.
 *
 * <p>Read docs/operating/running.md.
 */
@NullMarked
package custody.node.tls;

import org.jspecify.annotations.NullMarked;
