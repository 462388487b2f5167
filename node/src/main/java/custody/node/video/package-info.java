/**
 * Joins the recorder to the rest: keeps it running, takes its journal over into the index, writes the ledger's minutes, carries
 * out retention, watches the cameras' health.
 *
 * <p>Sees {@code store.archive} and {@code video}; decides nothing that one of them could decide. Read docs/design/archive.md and
 * docs/design/recorder.md.
 */
@NullMarked
package custody.node.video;

import org.jspecify.annotations.NullMarked;
