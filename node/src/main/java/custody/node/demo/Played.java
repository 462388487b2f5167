package custody.node.demo;

import custody.record.desk.Receipt;
import java.util.List;

/**
 * What a play came to.
 *
 * @param stored steps that were stored
 * @param refusedAsMeant steps that met the refusal they were there to meet
 * @param surprises steps that went otherwise than meant, without content; empty when all is well
 * @param receipts everything that was acknowledged: none of it may ever be missing
 */
public record Played(int stored, int refusedAsMeant, List<String> surprises, List<Receipt> receipts) {
    public Played {
        surprises = List.copyOf(surprises);
        receipts = List.copyOf(receipts);
    }
}
