package custody.store.records;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.record.desk.Reading;
import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import custody.record.places.FacilityChange;
import custody.record.places.Officer;
import custody.store.keys.Binding;
import custody.store.keys.DataKey;
import custody.store.keys.DataKeys;
import custody.store.keys.KeyPurpose;
import custody.store.payloads.CredentialFields;
import custody.store.payloads.FacilityFields;
import custody.store.payloads.OfficerFields;
import custody.store.payloads.Payload;
import custody.store.payloads.ReadingFields;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides wishes that are about no record: looks at what is a facility's, officers, credentials, facilities, notes. Lives for one batch. */
final class LooseWishes {
    private final Preparing.Parts parts;
    private final Edge edge;
    private final Connection connection;
    private final Instant now;
    private final List<DataKeys.Wrapped> keys;
    private final List<Facility> facilities = new ArrayList<>();
    private final List<Batch.OfficerRow> officers = new ArrayList<>();
    private final List<Beside.Placed> rows = new ArrayList<>();

    /** @param keys takes those that are made */
    LooseWishes(Preparing.Parts parts, Edge edge, Connection connection, Instant now, List<DataKeys.Wrapped> keys) {
        this.parts = parts;
        this.edge = edge;
        this.connection = connection;
        this.now = now;
        this.keys = keys;
    }

    /** Facilities as they were put. */
    List<Facility> facilities() {
        return facilities;
    }

    /** Rows of officers who were put. */
    List<Batch.OfficerRow> officers() {
        return officers;
    }

    /** Rows of other tables that follow. */
    List<Beside.Placed> rows() {
        return rows;
    }

    Settled noted(Wish.Noting wish) {
        return new Settled(
                wish,
                List.of(new Entry.Noted(wish.entryClass(), wish.facts())),
                stored -> wish.answer().complete(stored.getFirst().index()));
    }

    Settled look(Wish.Looking wish) throws SQLException {
        FacilityCode facility = wish.facility() == null ? parts.home() : wish.facility();
        DataKey key = parts.shared().find(connection, KeyPurpose.READING, facility, now, keys::add);
        Entry looked = new Entry.Looked(null, key, ReadingFields.of(wish.reading(), null, wish.facility(), now));
        return new Settled(wish, List.of(looked), _ -> wish.answer().complete(Optional.empty()));
    }

    Settled officer(Wish.PuttingOfficer wish) throws SQLException {
        Officer officer = wish.officer();
        DataKey key = parts.shared().find(connection, KeyPurpose.STAFF, officer.facility(), now, keys::add);
        var fields = OfficerFields.of(officer);
        String badge = officer.badge().number();
        byte[] row = key.seal(Binding.officer(badge), nonce(), Payload.encode(fields));
        officers.add(new Batch.OfficerRow(badge, key.id(), row));
        return new Settled(
                wish,
                List.of(new Entry.RoleChanged(key, OfficerFields.of(officer, wish.by(), now))),
                stored -> wish.answer().complete(stored.getFirst().index()));
    }

    Settled credential(Wish.ChangingCredential wish) throws SQLException {
        DataKey key = parts.shared().find(connection, KeyPurpose.STAFF, parts.home(), now, keys::add);
        return new Settled(
                wish,
                List.of(new Entry.RoleChanged(key, CredentialFields.of(wish.change(), now))),
                stored -> wish.answer().complete(stored.getFirst().index()));
    }

    Settled facility(Wish.PuttingFacility wish) throws SQLException {
        Facility facility = wish.facility();
        Facility was = edge.facilities().put(facility.code(), facility);
        List<FacilityChange> changes = FacilityChange.between(was, facility);
        facilities.add(facility);
        if (was != null && !was.zone().equals(facility.zone())) {
            // The law's days and nights are the place's: every clock may change at another instant now.
            rows.add(new Beside.Placed(DueAnew.of(facility.code(), now), 0));
        }
        ClearFacts facts = FacilityDescription.facts(facility);
        List<Entry> entries = new ArrayList<>(List.of(new Entry.Noted(EntryClass.CONFIG, facts)));
        Reading by = wish.by();
        if (by != null) {
            DataKey key = parts.shared().find(connection, KeyPurpose.STAFF, facility.code(), now, keys::add);
            entries.add(new Entry.Looked(null, key, FacilityFields.of(by, facility.code(), changes, now)));
        }
        return new Settled(
                wish,
                entries,
                stored -> wish.answer().complete(stored.getFirst().index()));
    }

    private byte[] nonce() {
        byte[] fresh = new byte[Encoding.NONCE_BYTES];
        parts.random().nextBytes(fresh);
        return fresh;
    }
}
