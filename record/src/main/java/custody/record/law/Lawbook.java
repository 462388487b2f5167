package custody.record.law;

import custody.record.events.Event;
import custody.record.events.FacilityCode;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import custody.record.law.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The law this node judges by: which pack for which record, and what is known of the facility. What pages and API ask
 * for boards. Safe for many threads where {@code circumstances} is.
 *
 * @param packs all packs in all versions
 * @param pack id of the pack that judges here
 * @param circumstances what is known of a facility
 */
public record Lawbook(Packs packs, String pack, Function<FacilityCode, Circumstances> circumstances) {

    /** The pack that judges a record: the version in force at its apprehension, to its end. */
    public Optional<Pack> judging(List<Event> standing) {
        return standing.stream()
                .filter(event -> event.fact() instanceof custody.record.events.CustodyFact.Apprehended)
                .map(Event::occurredAt)
                .findFirst()
                .flatMap(apprehended -> packs.judging(pack, apprehended));
    }

    /**
     * A rule as events name it. Where the pack that judged is gone, the newest rule of that name.
     *
     * @param under the pack as events name it, {@link Board.Under#text}
     */
    public Optional<Rule> rule(@Nullable String under, String rule) {
        return packs.all().stream()
                .filter(each -> new Board.Under(each.id(), each.version(), each.hash())
                        .text()
                        .equals(under))
                .flatMap(each -> each.rule(rule).stream())
                .findFirst()
                .or(() -> packs.all().reversed().stream()
                        .filter(each -> each.id().equals(pack))
                        .flatMap(each -> each.rule(rule).stream())
                        .findFirst());
    }

    /** The board of a record; empty where no pack was in force at its apprehension. */
    public Optional<Board> board(FacilityCode facility, List<Event> standing, Instant now) {
        return judging(standing).map(judge -> Judging.board(standing, circumstances.apply(facility), judge, now));
    }
}
