package custody.record.law;

import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Event;
import custody.record.events.FacilityCode;
import custody.record.events.SystemFact.LawApplied;
import custody.record.law.rules.Heading;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import custody.record.law.rules.Rule;
import custody.record.law.rules.Text;
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

    /**
     * The pack that judges a record to its end: the version in force at its apprehension. Where the record says which text
     * judged it, and that text is still here and was in force at the apprehension, that very text.
     */
    public Optional<Pack> judging(List<Event> standing) {
        return standing.stream()
                .filter(event -> event.fact() instanceof Apprehended)
                .map(Event::occurredAt)
                .findFirst()
                .flatMap(apprehended -> applied(standing)
                        .flatMap(this::exactly)
                        .filter(text -> text.inForce(apprehended))
                        .or(() -> packs.judging(pack, apprehended)));
    }

    /** What the record says last of the pack that judges it. */
    public static Optional<LawApplied> applied(List<Event> standing) {
        return standing.stream()
                .map(Event::fact)
                .filter(LawApplied.class::isInstance)
                .map(LawApplied.class::cast)
                .reduce((_, later) -> later);
    }

    /** The very text that was applied; empty where its files are gone. */
    public Optional<Pack> exactly(LawApplied applied) {
        return packs.exactly(applied.pack(), applied.version(), applied.hash());
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
                .or(() -> packs.newestFirst(pack)
                        .flatMap(each -> each.rule(rule).stream())
                        .findFirst());
    }

    /** A provision as events keep it, cited in both languages where the rule that says it is still known. */
    public Text citation(@Nullable String under, String rule, String provision) {
        return rule(under, rule)
                .map(Rule::heading)
                .filter(heading -> heading.provision().equals(provision))
                .map(Heading::citation)
                .orElse(new Text(provision, provision));
    }

    /** The board of a record; empty where no pack was in force at its apprehension. */
    public Optional<Board> board(FacilityCode facility, List<Event> standing, Instant at) {
        return board(circumstances.apply(facility), standing, at);
    }

    /** The same where what is known of the facility is at hand, for many boards at once. */
    public Optional<Board> board(Circumstances known, List<Event> standing, Instant at) {
        return judging(standing).map(judge -> Judging.board(standing, known, judge, at));
    }
}
