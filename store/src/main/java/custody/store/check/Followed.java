package custody.store.check;

import custody.ledger.check.Finding;
import custody.ledger.check.FindingCode;
import custody.ledger.log.ClearFacts;
import custody.ledger.log.Field;
import custody.ledger.log.LeafHeader;
import custody.ledger.tree.Hash;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.places.Officer;
import custody.store.keys.DataKey;
import custody.store.payloads.CredentialFields;
import custody.store.payloads.EventFields;
import custody.store.payloads.OfficerFields;
import custody.store.records.FacilityDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Follows each record and officer through the leaves: version by version, leaf by leaf. Holds one line for each. */
final class Followed {
    private final Consumer<Event> others;
    private final Map<UUID, Line> records = new HashMap<>();
    private final Map<Badge, Officer> officers = new HashMap<>();
    private final Map<String, String> facilities = new HashMap<>();

    /** {@code others} is handed each event too. */
    Followed(Consumer<Event> others) {
        this.others = others;
    }

    /** Where a record stands by the leaves read so far. */
    record Line(int version, int epoch, long index, Hash lastLeaf, String number) {}

    Map<UUID, Line> records() {
        return records;
    }

    Map<Badge, Officer> officers() {
        return officers;
    }

    /** What the ledger says last of each facility with its rooms: the digest of its description, by code. */
    Map<String, String> facilities() {
        return facilities;
    }

    void facility(ClearFacts facts) {
        facts.word(FacilityDescription.CODE)
                .ifPresent(code ->
                        facts.word(FacilityDescription.DIGEST).ifPresent(digest -> facilities.put(code, digest)));
    }

    /** Takes the next event of a record; what does not follow from the one before. */
    Optional<Finding> event(LeafHeader header, Hash leafHash, Inside.Beside row, DataKey key, List<Field> fields) {
        Event event;
        try {
            event = EventFields.event(fields);
        } catch (IllegalArgumentException notAnEvent) {
            return broken(header, "an event", "fields that are none");
        }
        others.accept(event);
        UUID record = event.record().value();
        Line before = records.get(record);
        String number = before == null ? EventFields.number(fields).orElse("") : before.number();
        records.put(record, new Line(event.version(), header.origin().epoch(), header.index(), leafHash, number));
        if (!row.ofEvent(record, event.version())) {
            return broken(header, event.record() + " version " + event.version(), "a row of another");
        }
        return before == null ? first(header, event, key, fields) : next(header, event, before, fields);
    }

    private static Optional<Finding> first(LeafHeader header, Event event, DataKey key, List<Field> fields) {
        if (event.version() != 1) {
            return broken(header, "version 1", "version " + event.version() + " of a record without a beginning");
        }
        boolean named = EventFields.recordKey(fields)
                .equals(Optional.of(key.fingerprint().base64()));
        return named ? Optional.empty() : broken(header, "the key that it names", "another key");
    }

    private static Optional<Finding> next(LeafHeader header, Event event, Line before, List<Field> fields) {
        if (event.version() != before.version() + 1) {
            return broken(header, "version " + (before.version() + 1), "version " + event.version());
        }
        boolean chained = EventFields.previousLeaf(fields)
                .equals(Optional.of(before.lastLeaf().base64()));
        return chained ? Optional.empty() : broken(header, "the leaf before of its record", "another");
    }

    private static Optional<Finding> broken(LeafHeader header, String expected, String actual) {
        return Optional.of(new Finding(FindingCode.RECORD_CHAIN_BROKEN, "leaf " + header.index(), expected, actual));
    }

    /** What a role entry says last of an officer; that somebody was given a password or token says nothing of that. */
    void officer(List<Field> fields) {
        if (CredentialFields.are(fields)) {
            return;
        }
        Officer officer = OfficerFields.officer(fields);
        officers.put(officer.badge(), officer);
    }
}
