package custody.node.demo;

import custody.record.events.FacilityCode;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.record.places.Room.Kind;
import custody.record.places.Room.Privacy;
import java.time.ZoneId;
import java.util.List;

/** The demo's facility: an invented temporary detention facility in an invented town. */
public final class DemoFacility {
    /** Names the facility. */
    public static final FacilityCode CODE = new FacilityCode("UA26-0007");

    static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");

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
            room(ENTRANCE, "Вхід до зони Custody Records", Kind.ENTRANCE, Privacy.NORMAL, 1_240, 0),
            new Room(FRONT_OFFICE, "Кімната прийому громадян", Kind.FRONT_OFFICE, Privacy.NORMAL, false, 1_860, 0),
            room(REGISTRATION, "Кімната реєстрації", Kind.REGISTRATION, Privacy.NORMAL, 1_520, 0),
            room(INTERVIEW, "Кімната опитування", Kind.INTERVIEW_ROOM, Privacy.NORMAL, 1_110, 0),
            room(SEARCH, "Кімната обшуку", Kind.SEARCH_ROOM, Privacy.NO_AUDIO, 980, 0),
            room(LAWYER, "Кімната конфіденційних побачень", Kind.LAWYER_ROOM, Privacy.PRIVILEGED, 1_040, 0),
            room(INVESTIGATIVE, "Слідча кімната", Kind.INVESTIGATIVE_ROOM, Privacy.NORMAL, 1_270, 0),
            room(OBSERVATION, "Кімната постійного нагляду", Kind.OBSERVATION_ROOM, Privacy.MASKED, 1_210, 2),
            room(MEDICAL, "Медичний кабінет", Kind.MEDICAL_ROOM, Privacy.PRIVILEGED, 1_650, 0),
            room(DETAINEES, "Кімната для затриманих", Kind.DETAINEES_ROOM, Privacy.MASKED, 3_280, 8),
            room(new RoomCode("CELL-1"), "Камера 1", Kind.CELL, Privacy.MASKED, 1_680, 4),
            room(new RoomCode("CELL-2"), "Камера 2", Kind.CELL, Privacy.MASKED, 920, 2),
            room(new RoomCode("CELL-3"), "Камера 3", Kind.CELL, Privacy.MASKED, 1_660, 4),
            room(new RoomCode("CELL-4"), "Камера 4", Kind.CELL, Privacy.MASKED, 1_690, 4),
            room(new RoomCode("CELL-5"), "Камера 5", Kind.CELL, Privacy.MASKED, 1_720, 4),
            room(new RoomCode("CELL-6"), "Камера 6", Kind.CELL, Privacy.MASKED, 1_710, 4),
            room(new RoomCode("CELL-7"), "Камера 7", Kind.CELL, Privacy.MASKED, 910, 2),
            room(new RoomCode("CELL-8"), "Камера 8", Kind.CELL, Privacy.MASKED, 900, 2),
            room(new RoomCode("CELL-9"), "Камера 9", Kind.CELL, Privacy.MASKED, 1_700, 4),
            room(new RoomCode("CELL-10"), "Камера 10", Kind.CELL, Privacy.MASKED, 1_690, 4),
            room(VISITING, "Кімната побачень", Kind.VISITING_ROOM, Privacy.NORMAL, 1_390, 0),
            room(YARD, "Прогулянковий двір", Kind.YARD, Privacy.NORMAL, 4_200, 0),
            room(CORRIDOR, "Коридор", Kind.CORRIDOR, Privacy.NORMAL, 3_800, 0),
            room(VEHICLE, "Автомобіль доставлення", Kind.VEHICLE, Privacy.NORMAL, 420, 0));

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
                ROOMS);
    }

    private static Room room(RoomCode code, String name, Kind kind, Privacy privacy, int area, int capacity) {
        return new Room(code, name, kind, privacy, true, area, capacity);
    }
}
