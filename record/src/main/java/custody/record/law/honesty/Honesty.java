package custody.record.law.honesty;

import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.law.Board;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** All honesty rules that need nothing but the record. */
public final class Honesty {
    private static final Comparator<Event> AS_OCCURRED =
            Comparator.comparing(Event::occurredAt).thenComparingInt(Event::version);

    private Honesty() {}

    /**
     * The flags that are due and not raised yet. Idempotent: a flag about the same events is raised once.
     *
     * @param written every event as it was written, flags among them
     * @param standing events as corrected, withdrawn ones left out
     * @param board the board at {@code now}
     * @param judging the board at {@code now} if other events stood
     * @param now the instant; what may still come in time is not missing yet
     */
    public static List<FlagRaised> flags(
            List<Event> written, List<Event> standing, Board board, Function<List<Event>, Board> judging, Instant now) {
        List<Event> events = standing.stream()
                .filter(event -> !event.occurredAt().isAfter(now))
                .sorted(AS_OCCURRED)
                .toList();
        List<FlagRaised> found = new ArrayList<>();
        Consumer<FlagRaised> raise = found::add;
        Moves moves = Moves.of(written);
        Lifted lifted = new Lifted(written, standing, moves, board, judging);
        Entries.lateAndJustInTime(events, moves, board, lifted, raise);
        Entries.putRight(written, lifted, raise);
        Entries.batches(written, raise);
        Repetition.copiedTexts(events, raise);
        Repetition.exactIntervals(events, raise);
        Gaps.withoutReport(events, now, raise);
        Gaps.withoutMedic(events, now, raise);
        Gaps.unexplainedMoves(events, now, raise);
        Mismatches.absent(events, now, raise);
        Levels.flags(events, now, raise);
        Mismatches.accounts(events, raise);
        Decisions.missing(events, written, now, raise);
        return unraised(found, written);
    }

    /** The next instant at which something that may still come in time becomes missing. */
    public static Optional<Instant> next(List<Event> standing, Instant now) {
        List<Event> events = standing.stream().sorted(AS_OCCURRED).toList();
        return Stream.of(
                        Gaps.deadlines(events),
                        Mismatches.deadlines(events),
                        Levels.deadlines(events),
                        Decisions.deadlines(events))
                .flatMap(Function.identity())
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private static List<FlagRaised> unraised(List<FlagRaised> found, List<Event> written) {
        Set<Key> raised = new HashSet<>();
        written.forEach(event -> {
            if (event.fact() instanceof FlagRaised flag) {
                raised.add(Key.of(flag));
            }
        });
        return found.stream().filter(flag -> raised.add(Key.of(flag))).toList();
    }

    private record Key(String flag, Set<EventId> about) {
        static Key of(FlagRaised flag) {
            return new Key(flag.flag().name(), Set.copyOf(flag.about()));
        }
    }
}
