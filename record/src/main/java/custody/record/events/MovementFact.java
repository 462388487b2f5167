package custody.record.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the person is. */
public sealed interface MovementFact extends Fact {

    /** Moved within the facility. */
    record Moved(
            RoomCode to,
            @Nullable RoomCode from,
            @Expected @Nullable String reason,
            List<Badge> escort) implements MovementFact {
        public Moved {
            escort = List.copyOf(escort);
        }
    }

    /** A cell allocated; a separation rule set aside needs its reason. */
    record CellAllocated(
            RoomCode cell, @Nullable @Words(max = 2_000) String separationReason) implements MovementFact {}

    /** Taken out of the facility under escort. */
    record EscortOut(
            @Expected @Nullable String destination,
            @Expected @Nullable @Words(max = 500) String purpose,
            List<Badge> escort,
            @Nullable String receivedBy)
            implements MovementFact {
        public EscortOut {
            escort = List.copyOf(escort);
        }
    }

    /** Back from outside, handed over to the custody officer. */
    record EscortIn(
            @Expected @Nullable String from,
            List<Badge> escort,
            @Nullable @Words(max = 1_000) String stateOnReturn) implements MovementFact {
        public EscortIn {
            escort = List.copyOf(escort);
        }
    }
}
