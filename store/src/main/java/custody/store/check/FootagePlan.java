package custody.store.check;

import custody.store.archive.Auditing;
import custody.store.archive.Volumes;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How much of the footage a check reads.
 *
 * @param volumes where it lies
 * @param nonce chooses some of the segments, by chance but the same for everybody who has it; empty reads every byte
 * @param loops whether pictures that are played again are honest: the demo's clips are such loops
 */
public record FootagePlan(Volumes volumes, Optional<String> nonce, boolean loops) {
    /** Every byte of the footage in a data folder's usual place. */
    public static FootagePlan whole(Path data) {
        return new FootagePlan(new Volumes(data.resolve("video"), Optional.empty()), Optional.empty(), false);
    }

    /** Whether a segment is read; {@code of} says how many there are. */
    public boolean reads(String camera, long sequence, long of) {
        return nonce.isEmpty() || Auditing.chooses(nonce.get(), camera, sequence, of);
    }
}
