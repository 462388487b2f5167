package custody.store;

import custody.record.desk.Reading;
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
import custody.record.places.Facility;
import custody.record.places.Officer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Invented people, places and events. */
public final class Samples {
    public static final FacilityCode HOME = new FacilityCode("UA26-0007");
    public static final Badge OFFICER = new Badge("1000001");
    public static final Writer WRITER = new Writer(OFFICER, null);
    public static final Reading READING = new Reading(OFFICER, "черговий", Reading.Purpose.CARE, "record-page");
    public static final String CANARY = "Канаркопташенко";

    private Samples() {}

    public static Facility facility() {
        return new Facility(
                HOME,
                "ІТТ № 7",
                "Facility 7",
                "UA-26",
                Facility.Kind.TEMPORARY_DETENTION_FACILITY,
                Facility.State.ACTIVE,
                ZoneId.of("Europe/Kyiv"),
                400,
                new Facility.Serving("Центр № 1", null, null, null),
                List.of());
    }

    public static Officer officer() {
        return new Officer(
                OFFICER, CANARY + " Олена", "майор", "інспектор", HOME, Officer.Category.CUSTODY_OFFICER, true);
    }

    public static PersonDetails person(String surname, String givenName) {
        return new PersonDetails(
                surname,
                givenName,
                null,
                null,
                null,
                null,
                PersonDetails.Sex.MALE,
                "UA",
                null,
                null,
                List.of("uk"),
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** Apprehended an hour before {@code now}, delivered a minute before. */
    public static Booking booking(String surname, Instant now) {
        CustodyFact.Apprehended apprehended = new CustodyFact.Apprehended(
                person(surname, "Петро"),
                "вул. Перша, 1",
                List.of(new Badge("1000002")),
                Basis.CPC_208,
                "185(3)",
                Basis.Aggravation.NONE,
                Basis.Regime.ORDINARY,
                null);
        return new Booking(apprehended, now.minusSeconds(3600), now.minusSeconds(60), List.of());
    }

    public static Draft meal(Instant at) {
        CareFact.Meal meal = new CareFact.Meal(CareFact.Meal.Service.LUNCH, null, "звичайна");
        return Draft.of(meal, new Occurrence(at, null, Occurrence.Source.LIVE));
    }
}
