package custody.store.bench;

import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CareFact;
import custody.record.events.CustodyFact;
import custody.record.events.FacilityCode;
import custody.record.events.Occurrence;
import custody.record.events.PersonDetails;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Invented people and the kind of events that make up most of a record. */
final class Invented {
    static final FacilityCode HOME = new FacilityCode("UA99-0001");
    static final Badge OFFICER = new Badge("9000001");
    static final Writer WRITER = new Writer(OFFICER, null);

    private static final String[] SURNAMES = {
        "Вигаданко", "Небуваленко", "Зразковий", "Прикладна", "Умовний", "Мірошник", "Пробний", "Дослідна"
    };
    private static final String[] GIVEN = {"Тарас", "Олена", "Микола", "Софія", "Остап", "Дарина", "Юрій", "Ганна"};

    private Invented() {}

    static Facility facility() {
        return new Facility(
                HOME,
                "Вигаданий ІТТ",
                "Invented facility",
                "UA-99",
                Facility.Kind.TEMPORARY_DETENTION_FACILITY,
                Facility.State.ACTIVE,
                ZoneId.of("Europe/Kyiv"),
                400,
                new Facility.Serving(null, null, null, null),
                List.of());
    }

    static Booking booking(int person, Instant now) {
        PersonDetails details = new PersonDetails(
                SURNAMES[person % SURNAMES.length] + (person / 64 % 1000),
                GIVEN[person / 8 % GIVEN.length],
                null,
                null,
                20 + person % 50,
                null,
                person % 5 == 0 ? PersonDetails.Sex.FEMALE : PersonDetails.Sex.MALE,
                "UA",
                null,
                "м. Вигадане, вул. Зразкова, " + person % 200,
                List.of("uk"),
                null,
                null,
                null,
                null,
                List.of(),
                null);
        CustodyFact.Apprehended apprehended = new CustodyFact.Apprehended(
                details,
                "м. Вигадане, площа Ринок, " + person % 100,
                List.of(OFFICER),
                Basis.CPC_208,
                "185(3)",
                Basis.Aggravation.NONE,
                Basis.Regime.ORDINARY,
                null);
        return new Booking(apprehended, now.minusSeconds(5400), now.minusSeconds(600), List.of());
    }

    /** A look at the person, the most frequent entry of all. */
    static Draft check(int number, Instant at) {
        CareFact.CheckMade check = new CareFact.CheckMade(
                CareFact.CheckMade.Condition.CALM_AWAKE,
                number % 4 == 0,
                "Лежить на боці, дихає рівно, на запитання відповідає",
                "у порядку");
        return new Draft(
                check,
                new Occurrence(at, null, Occurrence.Source.LIVE),
                List.of(OFFICER),
                List.of(),
                new RoomCode("CELL-" + (1 + number % 8)),
                null,
                null);
    }
}
