package custody.store.bench;

import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CareFact;
import custody.record.events.CareFact.Taken;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.MovementFact;
import custody.record.events.NoticeFact;
import custody.record.events.Occurrence;
import custody.record.events.PersonDetails;
import custody.record.events.RightsFact;
import custody.record.events.Risk;
import custody.record.events.RoomCode;
import custody.record.events.Signature;
import custody.record.places.Facility;
import custody.record.places.Room;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** What is told of invented people by the load: in order, on time, and mostly looks at a person, as in life. */
final class LoadStory {
    static final int CELLS = 40;
    private static final String[] FIRST = {"Виг", "Неб", "Зраз", "Умов", "Проб", "Дослід", "Мар", "Гад", "Прик", "Склад"
    };
    private static final String[] MIDDLE = {"ад", "ув", "ов", "ич", "ил", "ор", "ен", "ав", "ир", "ун", "ет", "иш"};
    private static final String[] LAST = {"енко", "ук", "ський", "ко", "ець", "ак", "ів", "ишин", "ченко", "юк"};
    private static final String[] GIVEN = {
        "Тарас", "Олена", "Микола", "Софія", "Остап", "Дарина", "Юрій", "Ганна", "Ілля", "Марта", "Левко", "Соломія"
    };
    private static final int OPENING = 8;

    private LoadStory() {}

    /** The facility: forty cells. */
    static Facility facility() {
        Facility plain = Invented.facility();
        return new Facility(
                plain.code(),
                plain.nameUk(),
                plain.nameEn(),
                plain.region(),
                plain.kind(),
                plain.state(),
                ZoneId.of("Europe/Kyiv"),
                400,
                plain.serving(),
                IntStream.rangeClosed(1, CELLS)
                        .mapToObj(cell -> Room.of(
                                new RoomCode("CELL-" + cell),
                                "Камера " + cell,
                                Room.Kind.CELL,
                                Room.Privacy.NORMAL,
                                900,
                                2))
                        .toList());
    }

    /** The person's next event. */
    static Event next(LoadPerson person, Instant at, SplittableRandom random) {
        int version = person.events().size() + 1;
        RoomCode cell = new RoomCode("CELL-" + (1 + person.person() % CELLS));
        return new Event(
                new EventId(uuid(random)),
                person.id(),
                version,
                new Occurrence(
                        occurred(version, at), null, version < 3 ? Occurrence.Source.STATED : Occurrence.Source.LIVE),
                at,
                Invented.OFFICER,
                version > OPENING ? List.of(Invented.OFFICER) : List.of(),
                List.of(),
                version > OPENING ? cell : null,
                null,
                null,
                fact(version, person, cell, random));
    }

    /** Apprehended ninety minutes and delivered ten before the registration; everything else as it happens. */
    private static Instant occurred(int version, Instant at) {
        return switch (version) {
            case 1 -> at.minusSeconds(5400);
            case 2 -> at.minusSeconds(600);
            case 3 -> at;
            default -> at.minusSeconds(20);
        };
    }

    private static Fact fact(int version, LoadPerson person, RoomCode cell, SplittableRandom random) {
        if (version == person.length()) {
            return new CustodyFact.Released(CustodyFact.Released.Ground.NO_SUSPICION, null, null, true);
        }
        return switch (version) {
            case 1 -> apprehended(person.person());
            case 2 -> new CustodyFact.Delivered(List.of(Invented.OFFICER), null);
            case 3 -> new CustodyFact.Registered("Скарг немає");
            case 4 ->
                new RightsFact.RightsExplained(List.of(RightsFact.Right.values()), "uk", null, true, Signature.SIGNED);
            case 5 -> notice(NoticeFact.Addressee.LEGAL_AID);
            case 6 -> notice(NoticeFact.Addressee.RELATIVE);
            case 7 -> new CareFact.RiskAssessed(List.of(Risk.CHRONIC_ILLNESS), List.of(), "Ліки за призначенням");
            case OPENING -> new MovementFact.CellAllocated(cell, null);
            default -> care(version, random);
        };
    }

    private static Fact care(int version, SplittableRandom random) {
        return switch (version % 10) {
            case 3 -> new CareFact.Meal(CareFact.Meal.Service.LUNCH, Taken.TAKEN, "звичайна");
            case 6 -> new CareFact.Drink(Taken.TAKEN);
            case 9 -> new CareFact.CallButton(CareFact.CallButton.Press.ANSWERED, "просить води");
            default ->
                new CareFact.CheckMade(
                        random.nextInt(3) > 0
                                ? CareFact.CheckMade.Condition.CALM_AWAKE
                                : CareFact.CheckMade.Condition.ASLEEP_BREATHING,
                        random.nextBoolean(),
                        "Лежить на боці, дихає рівно, на запитання відповідає",
                        "у порядку");
        };
    }

    private static Fact notice(NoticeFact.Addressee addressee) {
        return new NoticeFact.Notice(
                addressee, NoticeFact.Outcome.REACHED, NoticeFact.Channel.TELEPHONE, "Вигаданий адресат", null, null);
    }

    private static Fact apprehended(int person) {
        return new CustodyFact.Apprehended(
                details(person),
                "м. Вигадане, площа Ринок, " + person % 100,
                List.of(new Badge(Invented.OFFICER.number())),
                Basis.CPC_208,
                "185(3)",
                Basis.Aggravation.NONE,
                Basis.Regime.ORDINARY,
                null);
    }

    private static PersonDetails details(int person) {
        SplittableRandom names = new SplittableRandom(person);
        return new PersonDetails(
                FIRST[names.nextInt(FIRST.length)]
                        + MIDDLE[names.nextInt(MIDDLE.length)]
                        + MIDDLE[names.nextInt(MIDDLE.length)]
                        + LAST[names.nextInt(LAST.length)],
                GIVEN[names.nextInt(GIVEN.length)],
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
    }

    /** A random id, version 4. */
    static UUID uuid(SplittableRandom random) {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
