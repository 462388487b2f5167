package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Accounts;
import custody.record.desk.CredentialChange;
import custody.record.desk.Reading;
import custody.record.desk.RoleEntry;
import custody.record.events.Badge;
import custody.record.places.Officer;
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
            store.facilities()
                    .put(
                            Samples.facility(),
                            new Reading(CHIEF, "начальник", Reading.Purpose.TECHNICAL, "facility-described"));
            assertEquals(entries + 2, entries(store));
        }
        assertEquals(
                List.of(),
                FolderCheck.of(folder, new StoreSettings.Server.Embedded(), new Passphrase.BesideKeystore())
                        .discoveries());
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
