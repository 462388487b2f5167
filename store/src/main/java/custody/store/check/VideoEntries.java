package custody.store.check;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.ledger.log.LeafHeader;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
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
import java.util.Set;

/** What the leaves say of video, gathered while they are streamed: minutes in order, and what retention deleted. */
final class VideoEntries {
    /** One minute's entry. */
    record Minute(
            int epoch, long index, Instant recordedAt, String facility, Instant minute, String root, long expected) {}

    private final List<Minute> minutes = new ArrayList<>();
    private final Map<String, BitSet> gone = new HashMap<>();
    private final Map<String, String> uploads = new LinkedHashMap<>();
    private final Map<String, String> exports = new LinkedHashMap<>();
    private final Set<String> filmsGone = new HashSet<>();
    private final HoldEntries holds = new HoldEntries();
    private final List<HoldCheck.Gone> deletions = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private long leaf;

    void take(LeafHeader header) {
        leaf++;
        if (header.entryClass() == EntryClass.HOLD) {
            holds.take(header.facts(), leaf);
        }
        if (header.entryClass() == EntryClass.EPOCH) {
            holds.epoch(header.facts(), leaf);
        }
        if (header.entryClass() != EntryClass.VIDEO) {
            return;
        }
        ClearFacts facts = header.facts();
        try {
            switch (facts.word("format").orElse("")) {
                case VideoMinutes.FORMAT -> minutes.add(minute(header, facts));
                case "video-gone-1" -> gone(header, facts);
                case "video-kept-1" ->
                    kept(
                            facts.word("camera").orElseThrow(),
                            facts.number("sequence").orElseThrow());
                case ExportRows.ASKED_FORMAT ->
                    exports.put(
                            facts.word("export").orElseThrow(),
                            facts.word("asked").orElseThrow());
                case ExportRows.FORMAT,
                        ExportRows.MANIFEST_FORMAT,
                        "video-export-gone-1",
                        "video-export-kept-1",
                        PostgresUploads.LINKED_FORMAT,
                        PostgresUploads.RELINKED_FORMAT -> {}
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

    private void gone(LeafHeader header, ClearFacts facts) {
        String camera = facts.word("camera").orElseThrow();
        long first = facts.number("first").orElseThrow();
        long last = facts.number("last").orElseThrow();
        gone.computeIfAbsent(camera, _ -> new BitSet()).set(Math.toIntExact(first), Math.toIntExact(last) + 1);
        deletions.add(new HoldCheck.Gone(
                camera, first, last, header.time().recordedAt(), facts.number("least-days"), leaf, new HashSet<>()));
    }

    /** A deletion is taken back of a segment: of the last that names it. */
    private void kept(String camera, long sequence) {
        gone.computeIfAbsent(camera, _ -> new BitSet()).clear(Math.toIntExact(sequence));
        deletions.reversed().stream()
                .filter(run -> run.names(camera, sequence))
                .findFirst()
                .ifPresent(run -> run.kept().add(sequence));
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
        holds.event(event, leaf);
    }

    /** Takes a record with all its events: what exactly each of them holds. */
    void record(CustodyRecord record) {
        holds.record(record);
    }

    /** Holds by their ids. */
    Map<String, HoldEntries.Standing> holds() {
        return holds.all();
    }

    /** What retention deleted, run by run. */
    List<HoldCheck.Gone> deletions() {
        return deletions;
    }

    /** Hashes of what exports were asked for with, by their ids. */
    Map<String, String> exports() {
        return exports;
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
