package custody.store.check;

import custody.ledger.log.ClearFacts;
import custody.record.detention.CustodyRecord;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.store.archive.AutomaticHolds;
import custody.video.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the leaves and the records say of holds: that they are there, what they hold, and from which leaf to which. */
final class HoldEntries {
    /**
     * What is held by the ledger's words.
     *
     * @param cameras of which; empty for all, absent where the entry is from before it said it
     */
    record What(Optional<String> facility, Instant from, Instant to, Optional<Set<CameraId>> cameras, long count) {
        /** Whether a row says the same; events are kept to the millisecond. */
        boolean same(String inFacility, Instant begin, Instant end, Set<CameraId> of) {
            return facility.map(inFacility::equals).orElse(true)
                    && near(from, begin)
                    && near(to, end)
                    && of.size() == count
                    && cameras.map(of::equals).orElse(true);
        }

        private static boolean near(Instant one, Instant other) {
            return Math.abs(Duration.between(one, other).toNanos()) <= 1_000_000;
        }
    }

    /**
     * A hold: what it holds, where anything says so, the leaves between which it stood, counted as they were read, and whether
     * its row must be there. That of a correction may be missing in an epoch that an earlier version opened: there corrections held
     * nothing.
     */
    record Standing(Optional<What> what, long since, long until, boolean needed) {
        boolean holds() {
            return until == Long.MAX_VALUE;
        }

        boolean stood(long leaf) {
            return since < leaf && leaf < until;
        }
    }

    private final Map<String, Long> since = new LinkedHashMap<>();
    private final Map<String, Long> until = new HashMap<>();
    private final Map<String, What> what = new HashMap<>();
    private final Map<String, Long> corrections = new HashMap<>();
    private long correctionsHoldFrom = Long.MAX_VALUE;

    /** The first entry of an epoch. */
    void epoch(ClearFacts facts, long leaf) {
        if (facts.word(AutomaticHolds.CORRECTIONS)
                .filter(AutomaticHolds.HOLD::equals)
                .isPresent()) {
            correctionsHoldFrom = Math.min(correctionsHoldFrom, leaf);
        }
    }

    /** An entry of class hold. */
    void take(ClearFacts facts, long leaf) {
        facts.word("hold").ifPresent(hold -> {
            switch (facts.word("what").orElse("")) {
                case "released" -> {
                    since.putIfAbsent(hold, leaf);
                    until.put(hold, leaf);
                }
                case "placed" -> {
                    since.putIfAbsent(hold, leaf);
                    placed(facts).ifPresent(held -> what.put(hold, held));
                }
                default -> since.putIfAbsent(hold, leaf);
            }
        });
    }

    private static Optional<What> placed(ClearFacts facts) {
        try {
            return Optional.of(new What(
                    facts.word("facility"),
                    Instant.parse(facts.word("from").orElseThrow()),
                    Instant.parse(facts.word("to").orElseThrow()),
                    facts.word("which").map(HoldEntries::cameras),
                    facts.number("cameras").orElseThrow()));
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    private static Set<CameraId> cameras(String which) {
        return Stream.of(which.split(" ", -1))
                .filter(one -> !one.isEmpty())
                .map(CameraId::new)
                .collect(Collectors.toSet());
    }

    /** An event of a record. What exactly it holds follows when the record is whole. */
    void event(Event event, long leaf) {
        String id = event.id().value().toString();
        if (AutomaticHolds.holds(event)) {
            since.putIfAbsent(id, leaf);
        }
        if (event.fact() instanceof CustodyFact.Correction) {
            corrections.put(id, leaf);
        }
    }

    /** A record with all its events. */
    void record(CustodyRecord record) {
        for (Event event : record.events()) {
            String id = event.id().value().toString();
            AutomaticHolds.held(event, record).ifPresent(held -> {
                if (corrections.containsKey(id)) {
                    // An entry that asks for its release was read before, though it comes later.
                    since.merge(id, corrections.get(id), Math::min);
                }
                what.put(
                        id,
                        new What(
                                Optional.of(record.number().facility().code()),
                                held.from(),
                                held.to(),
                                Optional.of(held.cameras()),
                                held.cameras().size()));
            });
        }
    }

    /** Holds by their ids. */
    Map<String, Standing> all() {
        Map<String, Standing> all = new LinkedHashMap<>();
        since.forEach((id, leaf) -> all.put(
                id,
                new Standing(
                        Optional.ofNullable(what.get(id)), leaf, until.getOrDefault(id, Long.MAX_VALUE), needed(id))));
        return all;
    }

    private boolean needed(String id) {
        Long correction = corrections.get(id);
        return correction == null || correction > correctionsHoldFrom;
    }
}
