package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Accounts;
import custody.record.desk.Outcome;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.store.check.CheckReport;
import custody.store.check.Discovery;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * A thief with the owner's rights changes what is stored; the check must name what and where. Each row breaks one thing,
 * checks, and puts it back, after which all must agree again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TamperedRecords {
    private static final int ENTRIES = 300;

    final Path folder = TestStores.prepared("tampered");

    TamperedFolder tampered;
    RecordId record;

    @BeforeAll
    void fill() throws InterruptedException, SQLException {
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            store.officers().put(Samples.officer());
            Instant now = Instant.now();
            Accounts.By by = new Accounts.Signed(Samples.OFFICER);
            store.accounts().password(Samples.OFFICER, "no hash", by);
            store.accounts().token("ab".repeat(32), Samples.OFFICER, now.plusSeconds(60), new Accounts.Console());
            assertEquals(Optional.of(Samples.OFFICER), store.accounts().tokenOwner("ab".repeat(32), now));
            store.accounts().revokeTokens(Samples.OFFICER, by);
            assertEquals(Optional.empty(), store.accounts().tokenOwner("ab".repeat(32), now));
            Accounts.Account account = store.accounts().find(Samples.OFFICER).orElseThrow();
            assertTrue(store.accounts().trying(account, now));
            assertFalse(store.accounts().trying(account, now), "seen before the other try");
            record = opened(store, "Перший", now);
            RecordId other = opened(store, "Другий", now);
            for (int i = 0; i < ENTRIES; i++) {
                store.records()
                        .add(i % 3 == 0 ? other : record, Samples.meal(now), null, i < 4 ? asked(i) : Samples.WRITER);
            }
            store.records().read(record, Samples.READING);
            // Finer than the database keeps; with and without an end and an act; one of a facility that is not known.
            Instant from = Instant.parse("2026-01-01T00:00:00.123456789Z");
            declare(store, Samples.HOME, new FacilityMartialLaw(true, from, null, "Указ № 64/2022"));
            declare(store, Samples.HOME, new FacilityMartialLaw(false, from, from.plusSeconds(3600), null));
            declare(store, new FacilityCode("UA26-0099"), new FacilityMartialLaw(true, from, null, null));
            assertTrue(store.awaitSealed(5000));
        }
        try (TamperedFolder before = new TamperedFolder(folder, Optional.empty())) {
            before.sql("CREATE SCHEMA older", "CREATE TABLE older.custody_record AS TABLE custody_record");
        }
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.records().add(record, Samples.meal(Instant.now()), null, Samples.WRITER);
            assertTrue(store.awaitSealed(5000));
        }
        tampered = new TamperedFolder(folder, Optional.empty());
        assertEquals(List.of(), check().discoveries());
    }

    private static void declare(Store store, FacilityCode facility, FacilityMartialLaw fact) {
        store.martialLaw().declare(facility, fact, Samples.OFFICER);
    }

    private static Writer asked(int i) {
        return new Writer(Samples.OFFICER, new RequestKey("meal-" + i, "0".repeat(64)));
    }

    private static RecordId opened(Store store, String surname, Instant now) {
        return switch (store.records().open(Samples.HOME, Samples.booking(surname, now), Samples.WRITER)) {
            case Outcome.Stored stored -> stored.record().id();
            case Outcome other -> throw new AssertionError(other);
        };
    }

    @AfterAll
    void stop() {
        tampered.close();
    }

    CheckReport check() {
        return tampered.check();
    }

    void sql(String... statements) throws SQLException {
        tampered.sql(statements);
    }

    void finds(String code, String where, List<String> breaking) throws SQLException {
        sql(
                "DROP SCHEMA IF EXISTS kept CASCADE",
                "CREATE SCHEMA kept",
                "CREATE TABLE kept.leaf AS TABLE leaf",
                "CREATE TABLE kept.tile AS TABLE tile",
                "CREATE TABLE kept.tree_head AS TABLE tree_head",
                "CREATE TABLE kept.checkpoint AS TABLE checkpoint",
                "CREATE TABLE kept.custody_record AS TABLE custody_record",
                "CREATE TABLE kept.search_token AS TABLE search_token",
                "CREATE TABLE kept.request_key AS TABLE request_key");
        try {
            sql(breaking.toArray(String[]::new));
            CheckReport report = check();
            assertFalse(report.agrees());
            Optional<Discovery> named = report.discoveries().stream()
                    .filter(found -> found.what().equals(code) && found.where().contains(where))
                    .findFirst();
            assertTrue(named.isPresent(), () -> code + " at " + where + " is not in " + report.lines());
        } finally {
            for (String table : List.of(
                    "leaf", "tile", "tree_head", "checkpoint", "custody_record", "search_token", "request_key")) {
                sql("TRUNCATE " + table, "INSERT INTO " + table + " SELECT * FROM kept." + table);
            }
            sql("DROP SCHEMA kept CASCADE");
        }
        assertEquals(List.of(), check().discoveries(), "put back");
    }

    void findsAndGoesBack(String where, String breaking, String back) throws SQLException {
        sql(breaking);
        CheckReport report = check();
        sql(back);
        assertTrue(
                report.discoveries().stream().anyMatch(found -> found.where().contains(where)),
                report.lines().toString());
        assertEquals(List.of(), check().discoveries(), "put back");
    }
}
