package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.After;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Looks;
import custody.record.desk.Outcome;
import custody.record.desk.PastReading;
import custody.record.desk.Reading;
import custody.record.desk.Receipt;
import custody.record.desk.RequestKey;
import custody.record.desk.Search;
import custody.record.desk.Summary;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.CustodyFact;
import custody.record.events.FacilityCode;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.VideoFact.FootageExported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link CustodyRecords} keeps. The facility of {@link Samples} exists. */
abstract class CustodyRecordsContract {
    private static final Instant NOW = Instant.parse("2026-11-24T08:15:00Z");

    abstract CustodyRecords records();

    private Outcome.Stored open(String surname) {
        return assertInstanceOf(
                Outcome.Stored.class, records().open(Samples.HOME, Samples.booking(surname, NOW), Samples.WRITER));
    }

    private Outcome add(RecordId record, @Nullable Integer expected, @Nullable RequestKey key) {
        return records().add(record, Samples.meal(NOW), expected, new Writer(Samples.OFFICER, key));
    }

    private static RequestKey key(String body) {
        return new RequestKey(UUID.randomUUID().toString(), body);
    }

    private static Search named(String text) {
        return new Search(text, Set.of(), Set.of(), null, null, null, 50);
    }

    @Test
    void canOpenARecordWithAReceiptForEachEvent() {
        Outcome.Stored stored = open("Відкритий");
        assertEquals(3, stored.record().version());
        assertEquals(3, stored.receipts().size());
        assertFalse(stored.repeated());
        assertEquals(
                stored.record(),
                records().read(stored.record().id(), Samples.READING).orElseThrow());
    }

    @Test
    void cannotOpenARecordInAFacilityThatIsNotServed() {
        assertInstanceOf(
                Outcome.NotFound.class,
                records().open(new FacilityCode("NOWHERE"), Samples.booking("Ніхто", NOW), Samples.WRITER));
    }

    @Test
    void recordNumbersRunWithoutHoles() {
        int first = open("Перший").record().number().running();
        assertInstanceOf(
                Outcome.Invalid.class,
                records()
                        .open(
                                Samples.HOME,
                                Samples.booking("Майбутній", Instant.parse("2999-01-01T00:00:00Z")),
                                Samples.WRITER));
        assertEquals(first + 1, open("Другий").record().number().running());
    }

    @Test
    void canAddAnEventAndReadItBack() {
        RecordId id = open("Доданий").record().id();
        Outcome.Stored stored = assertInstanceOf(Outcome.Stored.class, add(id, 3, null));
        assertEquals(4, stored.record().version());
        assertEquals(
                List.of(4),
                stored.added().stream().map(event -> event.version()).toList());
        assertEquals(stored.record(), records().read(id, Samples.READING).orElseThrow());
        assertEquals(4, records().receipts(id).size());
        assertEquals(
                stored.receipts().getFirst().index(),
                records().receipts(id).get(3).index());
    }

    @Test
    void cannotAddWhereOthersWroteInBetween() {
        RecordId id = open("Суперечний").record().id();
        assertInstanceOf(Outcome.Stored.class, add(id, 3, null));
        Outcome.Conflict conflict = assertInstanceOf(Outcome.Conflict.class, add(id, 3, null));
        assertEquals(4, conflict.version());
        assertEquals(
                List.of(4),
                conflict.since().stream().map(event -> event.version()).toList());
        assertEquals(4, records().receipts(id).size());
    }

    @Test
    void canAddWhereFootageWasHandedOutInBetween() {
        RecordId id = open("Знятий").record().id();
        FootageExported exported = new FootageExported(List.of(), NOW.minusSeconds(60), NOW, "суд", "ухвала", null);
        Draft told = Draft.of(exported, new Occurrence(NOW, null, Occurrence.Source.LIVE));
        assertInstanceOf(Outcome.Stored.class, records().addBySystem(id, told, Samples.WRITER));
        assertInstanceOf(Outcome.Stored.class, add(id, 3, null));
    }

    @Test
    void canReadEveryoneInCustodyWholeAndNobodyElse() {
        RecordId stays = open("Присутній").record().id();
        RecordId leaves = open("Відпущений").record().id();
        assertTrue(inCustody().containsAll(List.of(stays, leaves)));
        assertInstanceOf(Outcome.Stored.class, add(stays, 3, null));
        CustodyFact.Released released = new CustodyFact.Released(null, null, null, null);
        Draft release = Draft.of(released, new Occurrence(NOW, null, Occurrence.Source.LIVE));
        assertInstanceOf(Outcome.Stored.class, records().add(leaves, release, 3, Samples.WRITER));
        assertFalse(inCustody().contains(leaves));
        List<CustodyRecord> present =
                records().inCustody(Samples.HOME, Samples.READING).records();
        CustodyRecord found = present.stream()
                .filter(record -> record.id().equals(stays))
                .findFirst()
                .orElseThrow();
        assertEquals(records().read(stays, Samples.READING).orElseThrow(), found, "as it stands after the last entry");
    }

    private List<RecordId> inCustody() {
        return records().inCustody(Samples.HOME, Samples.READING).records().stream()
                .map(CustodyRecord::id)
                .toList();
    }

    @Test
    void cannotAddToARecordThatDoesNotExist() {
        assertInstanceOf(Outcome.NotFound.class, add(new RecordId(new UUID(1, 2)), null, null));
        assertTrue(records().read(new RecordId(new UUID(1, 2)), Samples.READING).isEmpty());
        assertTrue(records().facilityOf(new RecordId(new UUID(1, 2))).isEmpty());
    }

    @Test
    void aRetriedRequestStoresNothingTwice() {
        RequestKey key = key("body");
        Writer writer = new Writer(Samples.OFFICER, key);
        Outcome.Stored first = assertInstanceOf(
                Outcome.Stored.class, records().open(Samples.HOME, Samples.booking("Повтор", NOW), writer));
        Outcome.Stored again = assertInstanceOf(
                Outcome.Stored.class, records().open(Samples.HOME, Samples.booking("Повтор", NOW), writer));
        assertTrue(again.repeated());
        assertEquals(first.record(), again.record());
        assertEquals(first.added(), again.added());
        assertEquals(
                first.receipts().stream().map(Receipt::leafHash).toList(),
                again.receipts().stream().map(Receipt::leafHash).toList());
    }

    @Test
    void retriesAtTheSameTimeStoreOnce() {
        RecordId id = open("Водночас").record().id();
        for (int round = 0; round < 10; round++) {
            RequestKey key = key("round " + round);
            List<Outcome> outcomes = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(_ -> add(id, null, key))
                    .toList();
            assertEquals(
                    1,
                    outcomes.stream()
                            .map(outcome -> assertInstanceOf(Outcome.Stored.class, outcome))
                            .filter(stored -> !stored.repeated())
                            .count());
        }
        assertEquals(13, records().receipts(id).size());
    }

    @Test
    void cannotUseARequestKeyForSomethingElse() {
        RecordId id = open("Ключ").record().id();
        RequestKey key = key("one body");
        assertInstanceOf(Outcome.Stored.class, add(id, null, key));
        assertInstanceOf(Outcome.KeyReused.class, add(id, null, new RequestKey(key.key(), "another body")));
    }

    @Test
    void aRefusedRequestCanBeTriedAgainUnderItsKey() {
        RecordId id = open("Відмова").record().id();
        RequestKey key = key("body");
        assertInstanceOf(Outcome.Conflict.class, add(id, 1, key));
        assertInstanceOf(Outcome.Stored.class, add(id, 3, key));
    }

    @Test
    void everyLookIsKeptBeforeItIsGiven() {
        RecordId id = open("Переглянутий").record().id();
        Reading other = new Reading(Samples.OFFICER, "слідчий", Reading.Purpose.COURT, "api");
        records().read(id, Samples.READING);
        records().read(id, other);
        List<PastReading> looks = records().readings(id, Long.MAX_VALUE, 50).looks();
        assertEquals(
                List.of(other, Samples.READING),
                looks.stream().map(PastReading::reading).toList());
        assertTrue(looks.get(0).index() > looks.get(1).index());
    }

    @Test
    void looksAreNumberedFromTheOldestAndAllOfThemCount() {
        RecordId id = open("Часто переглянутий").record().id();
        List<Reading> taken = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            Reading look = new Reading(Samples.OFFICER, "черговий", Reading.Purpose.CARE, "look-" + i);
            records().read(id, look);
            taken.addFirst(look);
        }
        Looks newest = records().readings(id, Long.MAX_VALUE, 3);
        assertEquals(taken.subList(0, 3), readings(newest));
        assertEquals(List.of(7L, 5L, 7L), List.of(newest.newest(), newest.oldest(), newest.total()));
        records().read(id, Samples.READING);
        Looks older = records().readings(id, newest.oldest() - 1, 3);
        assertEquals(taken.subList(3, 6), readings(older), "a look meanwhile moves nothing");
        assertEquals(List.of(4L, 2L, 8L), List.of(older.newest(), older.oldest(), older.total()));
        assertEquals(taken.subList(6, 7), readings(records().readings(id, older.oldest() - 1, 3)));
    }

    private static List<Reading> readings(Looks looks) {
        return looks.looks().stream().map(PastReading::reading).toList();
    }

    @Test
    void theWhiteboardShowsWhoIsInCustodyNewestFirst() {
        RecordId id = open("Дошка").record().id();
        List<Summary> board = records().whiteboard(Samples.HOME, Samples.READING);
        Summary line =
                board.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        assertEquals(Summary.of(records().read(id, Samples.READING).orElseThrow()), line);
        assertEquals(
                board.stream()
                        .map(each -> each.situation().apprehendedAt())
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList(),
                board.stream().map(each -> each.situation().apprehendedAt()).toList());
    }

    @Test
    void canFindByBeginningsOfNamesAndByNumber() {
        Outcome.Stored stored = open("Щербань-Їжакевич");
        RecordId id = stored.record().id();
        for (String text : List.of(
                "щерб", "ЩЕРБАНЬ", "їжак петро", stored.record().number().toString())) {
            assertEquals(
                    List.of(id),
                    records().search(named(text), Samples.READING).items().stream()
                            .map(Summary::id)
                            .toList(),
                    text);
        }
        assertEquals(
                List.of(),
                records().search(named("щербань іван"), Samples.READING).items());
        assertEquals(List.of(), records().search(named("%"), Samples.READING).items());
    }

    @Test
    void canTurnThePagesOfASearch() {
        IntStream.range(0, 5).forEach(_ -> open("Сторінковий"));
        Search search = new Search("сторінковий", Set.of(), Set.of(Samples.HOME), null, null, null, 2);
        List<Summary> all = new java.util.ArrayList<>();
        for (@Nullable Search next = search; next != null; ) {
            var page = records().search(next, Samples.READING);
            all.addAll(page.items());
            next = page.next() == null
                    ? null
                    : new Search(
                            "сторінковий",
                            Set.of(),
                            Set.of(Samples.HOME),
                            null,
                            null,
                            After.parse(page.next()).orElseThrow(),
                            2);
        }
        assertEquals(5, all.size());
        assertEquals(5, all.stream().map(Summary::id).distinct().count());
    }

    @Test
    void aReceiptCanBePrinted() {
        RecordId id = open("Квитанція").record().id();
        String text = records().receiptText(id, 2).orElseThrow();
        assertTrue(text.startsWith("custody-receipt/v1\norigin custody/" + Samples.HOME), text);
        assertTrue(records().receiptText(id, 99).isEmpty());
        assertTrue(records().receiptText(id, 0).isEmpty());
    }
}
