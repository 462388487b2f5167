package custody.node.demo;

import custody.record.events.FacilityCode;
import custody.record.events.RoomCode;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.record.places.Room.Designation;
import custody.record.places.Room.Kind;
import custody.record.places.Room.Privacy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The demo's facility: an invented temporary detention facility in an invented town. */
public final class DemoFacility {
    /** Names the facility. */
    public static final FacilityCode CODE = new FacilityCode("UA26-0007");

    static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");

    /** As everywhere in Ukraine since then; prolonged again and again, so without an end. */
    public static final FacilityMartialLaw MARTIAL_LAW = new FacilityMartialLaw(
            true, Instant.parse("2022-02-24T03:30:00Z"), null, "Указ Президента України від 24.02.2022 № 64/2022");

    /** Four square metres a person, the strictest norm shown. */
    private static final int AREA_NORM = 400;

    static final RoomCode ENTRANCE = new RoomCode("ENTRANCE");
    static final RoomCode FRONT_OFFICE = new RoomCode("FRONT-OFFICE");
    static final RoomCode REGISTRATION = new RoomCode("REGISTRATION");
    static final RoomCode INTERVIEW = new RoomCode("INTERVIEW-1");
    static final RoomCode SEARCH = new RoomCode("SEARCH-1");
    static final RoomCode LAWYER = new RoomCode("LAWYER-1");
    static final RoomCode INVESTIGATIVE = new RoomCode("INVESTIGATION-1");
    static final RoomCode OBSERVATION = new RoomCode("OBSERVATION-1");
    static final RoomCode MEDICAL = new RoomCode("MEDICAL-1");
    static final RoomCode DETAINEES = new RoomCode("KZ-1");
    static final RoomCode VISITING = new RoomCode("VISIT-1");
    static final RoomCode YARD = new RoomCode("YARD-1");
    static final RoomCode CORRIDOR = new RoomCode("CORRIDOR-1");
    static final RoomCode VEHICLE = new RoomCode("VEHICLE-1");

    /** Area is in hundredths of a square metre; cells keep four square metres a person. */
    private static final List<Room> ROOMS = List.of(
            room(ENTRANCE, "Вхід до зони Custody Records", Kind.ENTRANCE, Privacy.NORMAL, 1_240),
            new Room(
                    FRONT_OFFICE,
                    "Кімната прийому громадян",
                    Kind.FRONT_OFFICE,
                    Privacy.NORMAL,
                    false,
                    1_860,
                    0,
                    Designation.ANYONE,
                    null),
            room(REGISTRATION, "Кімната реєстрації", Kind.REGISTRATION, Privacy.NORMAL, 1_520),
            room(INTERVIEW, "Кімната опитування", Kind.INTERVIEW_ROOM, Privacy.NORMAL, 1_110),
            room(SEARCH, "Кімната обшуку", Kind.SEARCH_ROOM, Privacy.NO_AUDIO, 980),
            room(LAWYER, "Кімната конфіденційних побачень", Kind.LAWYER_ROOM, Privacy.PRIVILEGED, 1_040),
            room(INVESTIGATIVE, "Слідча кімната", Kind.INVESTIGATIVE_ROOM, Privacy.NORMAL, 1_270),
            Room.of(OBSERVATION, "Кімната постійного нагляду", Kind.OBSERVATION_ROOM, Privacy.MASKED, 1_210, 2),
            room(MEDICAL, "Медичний кабінет", Kind.MEDICAL_ROOM, Privacy.PRIVILEGED, 1_650),
            Room.of(DETAINEES, "Кімната для затриманих", Kind.DETAINEES_ROOM, Privacy.MASKED, 3_280, 8),
            cell(1, 1_680, 4, Designation.ANYONE),
            cell(2, 920, 2, Designation.ANYONE),
            cell(3, 2_060, 5, Designation.ANYONE),
            cell(4, 2_090, 5, Designation.ANYONE),
            cell(5, 2_040, 5, Designation.ANYONE),
            cell(6, 2_070, 5, Designation.ANYONE),
            cell(7, 910, 2, Designation.ANYONE),
            cell(8, 900, 2, Designation.ANYONE),
            cell(9, 1_700, 4, Designation.ANYONE),
            cell(10, 1_690, 4, Designation.ANYONE),
            room(VISITING, "Кімната побачень", Kind.VISITING_ROOM, Privacy.NORMAL, 1_390),
            room(YARD, "Прогулянковий двір", Kind.YARD, Privacy.NORMAL, 4_200),
            room(CORRIDOR, "Коридор", Kind.CORRIDOR, Privacy.NORMAL, 3_800),
            room(VEHICLE, "Автомобіль доставлення", Kind.VEHICLE, Privacy.NORMAL, 420));

    private DemoFacility() {}

    /** The facility with its rooms, working. */
    public static Facility facility() {
        return new Facility(
                CODE,
                "Верболозький ізолятор тимчасового тримання",
                "Verboliz temporary detention facility",
                "Надріченська область (вигадана)",
                Facility.Kind.TEMPORARY_DETENTION_FACILITY,
                Facility.State.ACTIVE,
                ZONE,
                AREA_NORM,
                new Facility.Serving(
                        "Надріченський центр безоплатної правничої допомоги",
                        "Верболозька окружна прокуратура",
                        "Верболозький міський суд",
                        "Верболозька міська лікарня"),
                ROOMS);
    }

    private static Room room(RoomCode code, String name, Kind kind, Privacy privacy, int area) {
        return Room.of(code, name, kind, privacy, area, 0);
    }

    private static Room cell(int number, int area, int capacity, Designation designation) {
        return new Room(
                new RoomCode("CELL-" + number),
                "Камера " + number,
                Kind.CELL,
                Privacy.MASKED,
                true,
                area,
                capacity,
                designation,
                null);
    }
}
