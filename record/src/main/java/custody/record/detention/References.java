package custody.record.detention;

import custody.record.events.CoercionFact.ForceStatement;
import custody.record.events.ComplaintFact.ComplaintAnswered;
import custody.record.events.ComplaintFact.ComplaintForwarded;
import custody.record.events.ComplaintFact.ViolationReported;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.SystemFact.FlagAnswered;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.events.VideoFact.HoldReleased;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events that a fact points to. */
final class References {
    private References() {}

    static List<EventId> of(Fact fact) {
        return switch (fact) {
            case ForceStatement statement -> one(statement.about());
            case ComplaintForwarded forwarded -> one(forwarded.complaint());
            case ComplaintAnswered answered -> one(answered.complaint());
            case ViolationReported reported -> one(reported.violation());
            case FlagAnswered answered -> one(answered.flag());
            case HoldReleased released -> one(released.hold());
            case FlagRaised raised -> raised.about();
            default -> List.of();
        };
    }

    private static List<EventId> one(@Nullable EventId id) {
        return Stream.ofNullable(id).filter(Objects::nonNull).toList();
    }
}
