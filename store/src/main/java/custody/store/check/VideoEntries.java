package custody.store.check;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.ledger.log.LeafHeader;
import custody.record.events.Event;
import custody.store.archive.AutomaticHolds;
import custody.store.archive.ExportRows;
import custody.store.archive.PostgresUploads;
import custody.store.archive.VideoMinutes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the leaves say of video, gathered while they are streamed: minutes in order, and what retention deleted. */
final class VideoEntries {
    /** One minute's entry. */
    record Minute(
            int epoch, long index, Instant recordedAt, String facility, Instant minute, String root, long expected) {}

    private final List<Minute> minutes = new ArrayList<>();
    private final Map<String, BitSet> gone = new HashMap<>();
    private final Map<String, String> uploads = new LinkedHashMap<>();
    private final Set<String> filmsGone = new HashSet<>();
    private final Map<String, Boolean> holds = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    void take(LeafHeader header) {
        if (header.entryClass() == EntryClass.HOLD) {
            header.facts()
                    .word("hold")
                    .ifPresent(
                            hold -> holds.put(hold, !header.facts().word("what").equals(Optional.of("released"))));
        }
        if (header.entryClass() != EntryClass.VIDEO) {
            return;
        }
        ClearFacts facts = header.facts();
        try {
            switch (facts.word("format").orElse("")) {
                case VideoMinutes.FORMAT -> minutes.add(minute(header, facts));
                case "video-gone-1" ->
                    gone.computeIfAbsent(facts.word("camera").orElseThrow(), _ -> new BitSet())
                            .set(
                                    Math.toIntExact(facts.number("first").orElseThrow()),
                                    Math.toIntExact(facts.number("last").orElseThrow()) + 1);
                case "video-kept-1" ->
                    gone.computeIfAbsent(facts.word("camera").orElseThrow(), _ -> new BitSet())
                            .clear(Math.toIntExact(facts.number("sequence").orElseThrow()));
                case ExportRows.FORMAT, ExportRows.MANIFEST_FORMAT, "video-export-gone-1", "video-export-kept-1" -> {}
                case "video-film-gone-1" -> filmsGone.add(facts.word("film").orElseThrow());
                case "video-film-kept-1" -> filmsGone.remove(facts.word("film").orElseThrow());
                case PostgresUploads.FORMAT ->
                    uploads.put(
                            facts.word("upload").orElseThrow(),
                            facts.word("sha256").orElseThrow());
                default -> unreadable.add(where(header));
            }
        } catch (RuntimeException notOurs) {
            unreadable.add(where(header));
        }
    }

    private static Minute minute(LeafHeader header, ClearFacts facts) {
        return new Minute(
                header.origin().epoch(),
                header.index(),
                header.time().recordedAt(),
                facts.word("facility").orElseThrow(),
                Instant.parse(facts.word("minute").orElseThrow()),
                facts.word("root").orElseThrow(),
                facts.number("expected").orElseThrow());
    }

    private static String where(LeafHeader header) {
        return "leaf " + header.index();
    }

    List<Minute> minutes() {
        return minutes;
    }

    /** Takes an event of a record: whether it holds footage. One that asks for a release releases nothing yet. */
    void event(Event event) {
        if (AutomaticHolds.holds(event)) {
            holds.put(event.id().value().toString(), true);
        }
    }

    /** Holds by their ids, and whether each still holds. */
    Map<String, Boolean> holds() {
        return holds;
    }

    /** Hashes of uploaded films, by their ids. */
    Map<String, String> uploads() {
        return uploads;
    }

    /** Whether the ledger says that a film went when its term was over. */
    boolean filmGone(String id) {
        return filmsGone.contains(id);
    }

    /** Whether the same bytes came again later: then it is that film whose file must be there. */
    boolean uploadedAgain(String id) {
        String sha256 = uploads.get(id);
        return uploads.entrySet().stream()
                .filter(upload -> upload.getValue().equals(sha256))
                .reduce((_, later) -> later)
                .filter(last -> !last.getKey().equals(id))
                .isPresent();
    }

    /** Entries of class video that say nothing known. */
    List<String> unreadable() {
        return unreadable;
    }

    /** Whether the ledger says that a segment was deleted by retention. */
    boolean gone(String camera, long sequence) {
        BitSet set = gone.get(camera);
        return set != null && sequence < Integer.MAX_VALUE && set.get((int) sequence);
    }
}
