package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Accounts;
import custody.record.desk.CredentialChange;
import custody.record.desk.FacilityEntry;
import custody.record.desk.Reading;
import custody.record.desk.RoleEntry;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.FacilityChange;
import custody.record.places.Officer;
import custody.record.places.Room;
import custody.store.keys.Passphrase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the ledger says of officers and facilities, and of whoever changed them. */
class RoleHistoryTest {
    private static final Badge CHIEF = new Badge("1000005");
    private static final Accounts.By BY_CHIEF = new Accounts.Signed(CHIEF);

    private final Path folder = TestStores.prepared("roles");

    @Test
    void anOfficersHistorySaysWhatWhenAndByWhomTheNewestFirst() throws InterruptedException {
        Officer risen = new Officer(
                Samples.OFFICER,
                Samples.officer().name(),
                "підполковник",
                "",
                Samples.HOME,
                Officer.Category.HEAD_OF_FACILITY,
                true);
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            Instant before = Instant.now().minusSeconds(1);
            store.officers().put(Samples.officer());
            store.accounts().password(Samples.OFFICER, "no hash", BY_CHIEF);
            store.accounts().password(CHIEF, "no hash", BY_CHIEF);
            store.officers().put(risen, BY_CHIEF);
            List<RoleEntry> history = store.officers().history(Samples.OFFICER);
            assertEquals(
                    List.of(
                            new RoleEntry.Became(risen),
                            new RoleEntry.WayIn(CredentialChange.Kind.PASSWORD_SET),
                            new RoleEntry.Became(Samples.officer())),
                    history.stream().map(RoleEntry::what).toList());
            assertEquals(
                    List.of(Optional.of(BY_CHIEF), Optional.of(BY_CHIEF), Optional.of(new Accounts.Console())),
                    history.stream().map(RoleEntry::by).toList());
            assertTrue(history.stream().allMatch(entry -> entry.at().isAfter(before)));
            assertTrue(history.getFirst().index() > history.getLast().index());
            assertEquals(List.of(), store.officers().history(new Badge("7654321")));
            assertEquals(Optional.of(risen), store.officers().find(Samples.OFFICER), "the row says what, not by whom");
            // Whoever changes a facility stands in a committed entry beside that of the change.
            long entries = entries(store);
            Reading by = new Reading(CHIEF, "начальник", Reading.Purpose.TECHNICAL, "facility-described");
            store.facilities().put(Samples.facility(), by);
            assertEquals(entries + 2, entries(store));
            facility(store, by);
            assertEquals(3, store.officers().history(Samples.OFFICER).size(), "what is said of a facility is not his");
        }
        assertEquals(
                List.of(),
                FolderCheck.of(folder, new StoreSettings.Server.Embedded(), new Passphrase.BesideKeystore())
                        .discoveries());
    }

    /** Saved again as it was, and then with a cell; the newest first. */
    private static void facility(Store store, Reading by) {
        Facility was = Samples.facility();
        Room cell = Room.of(new RoomCode("CELL-1"), "Камера 1", Room.Kind.CELL, Room.Privacy.MASKED, 800, 2);
        Facility is = new Facility(
                was.code(),
                was.nameUk(),
                was.nameEn(),
                was.region(),
                was.kind(),
                was.state(),
                was.zone(),
                250,
                was.serving(),
                List.of(cell));
        store.facilities().put(is, by);
        List<FacilityEntry> history = store.facilities().history(Samples.HOME);
        assertEquals(
                List.of(FacilityChange.between(was, is), List.of()),
                history.stream().map(FacilityEntry::changes).toList());
        assertEquals(List.of(by, by), history.stream().map(FacilityEntry::by).toList());
        assertTrue(history.getFirst().index() > history.getLast().index());
        assertEquals(List.of(), store.facilities().history(new FacilityCode("UA26-0099")));
    }

    private static long entries(Store store) throws InterruptedException {
        assertTrue(store.awaitSealed(5_000));
        return Long.parseLong(store.ledger()
                .checkpoint()
                .orElseThrow()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow());
    }
}
