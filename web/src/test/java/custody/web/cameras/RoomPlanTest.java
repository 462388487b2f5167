package custody.web.cameras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.RoomCode;
import custody.record.places.Room;
import custody.web.cameras.RoomCoverage.Seen;
import custody.web.cameras.RoomCoverage.Sight;
import custody.web.cameras.RoomCoverage.State;
import custody.web.words.Language;
import custody.web.words.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The plan of the rooms")
class RoomPlanTest {
    private static final Wording EN = Wording.in(Language.EN);

    private static RoomCoverage room(String code, Room.Kind kind, int area, State state, int people, Sight... sights) {
        List<Seen> seen = new ArrayList<>();
        for (Sight sight : sights) {
            seen.add(new Seen("cam-" + seen.size(), "Camera", sight));
        }
        Room room = Room.of(new RoomCode(code), "Room " + code, kind, Room.Privacy.NORMAL, area, 2);
        return new RoomCoverage(room, state, seen, people);
    }

    private static RoomPlan.Place one(RoomCoverage room) {
        return RoomPlan.of("wide", 1_160, List.of(room), EN).places().getFirst();
    }

    @Test
    @DisplayName("has every room once, none over another, none outside, however narrow it is")
    void hasEveryRoomOnce() {
        List<RoomCoverage> rooms = new ArrayList<>();
        for (Room.Kind kind : Room.Kind.values()) {
            for (int i = 0; i < 3; i++) {
                rooms.add(room("R-" + rooms.size(), kind, 700 * i * i, State.RECORDED, i, Sight.RECORDED));
            }
        }
        for (int width : List.of(1_160, 340, 120)) {
            RoomPlan plan = RoomPlan.of("any", width, rooms, EN);
            assertEquals(
                    rooms.stream().map(RoomCoverage::anchor).sorted().toList(),
                    plan.places().stream().map(RoomPlan.Place::anchor).sorted().toList());
            for (RoomPlan.Place place : plan.places()) {
                assertTrue(place.x() >= 0 && place.x() + place.width() <= width, place::toString);
                assertTrue(place.y() >= 0 && place.y() + place.height() <= plan.height(), place::toString);
                assertEquals(
                        1,
                        plan.places().stream()
                                .filter(other -> overlap(place, other))
                                .count(),
                        place::toString);
            }
        }
    }

    private static boolean overlap(RoomPlan.Place one, RoomPlan.Place other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    @Test
    @DisplayName("puts rooms by what they are for under what that is called, and draws larger ones wider")
    void putsRoomsByWhatTheyAreFor() {
        RoomPlan plan = RoomPlan.of(
                "wide",
                1_160,
                List.of(
                        room("YARD", Room.Kind.YARD, 4_000, State.RECORDED, 0),
                        room("C-1", Room.Kind.CELL, 2_000, State.RECORDED, 0),
                        room("C-2", Room.Kind.CELL, 3_000, State.RECORDED, 0),
                        room("IN", Room.Kind.ENTRANCE, 0, State.RECORDED, 0)),
                EN);
        assertEquals(
                List.of("Entrance and registration", "Where people are held", "Outside and on the way"),
                plan.labels().stream().map(RoomPlan.Label::text).toList());
        assertEquals(
                List.of("room-IN", "room-C-1", "room-C-2", "room-YARD"),
                plan.places().stream().map(RoomPlan.Place::anchor).toList());
        assertTrue(plan.places().get(1).width() < plan.places().get(2).width());
        assertEquals("", plan.places().getFirst().area(), "what nobody entered is not said");
    }

    @Test
    @DisplayName("marks each camera by its shape and says the same in words")
    void marksEachCamera() {
        RoomPlan.Place place = one(room(
                "C-1",
                Room.Kind.CELL,
                2_000,
                State.TROUBLE,
                2,
                Sight.RECORDED,
                Sight.TROUBLE,
                Sight.NOT_RECORDED,
                Sight.OUT_OF_USE));
        assertEquals(
                List.of("recorded", "trouble", "not-recorded", "out-of-use"),
                place.marks().stream().map(RoomPlan.Mark::sight).toList());
        assertEquals("Room C-1: camera in trouble, cameras: 4, people now: 2", place.said());
        assertEquals("2", place.people());
        assertEquals("20\u00a0m²", place.area());
        RoomPlan.Place empty = one(room("L-1", Room.Kind.LAWYER_ROOM, 900, State.PRIVILEGED, 0));
        assertEquals("Room L-1: not recorded, cameras: 0", empty.said());
        assertEquals("", empty.people());
    }

    @Test
    @DisplayName("says how many cameras it has no room for a mark for")
    void saysHowManyMoreThereAre() {
        RoomPlan.Place place = one(room(
                "C-1",
                Room.Kind.CELL,
                800,
                State.RECORDED,
                1,
                Collections.nCopies(9, Sight.RECORDED).toArray(Sight[]::new)));
        assertFalse(place.more().isEmpty());
        assertEquals("+" + (9 - place.marks().size()), place.more());
        RoomPlan.Mark last = place.marks().getLast();
        assertTrue(
                last.x() + 22 + 26 <= place.x() + place.width() - 46, "neither the number nor the people are covered");
    }

    @Test
    @DisplayName("breaks names at spaces and ends with dots where two lines are not enough")
    void breaksNames() {
        assertEquals(List.of("Камера 1"), RoomPlan.lines("Камера 1", 16));
        assertEquals(List.of("Кімната", "побачень"), RoomPlan.lines("Кімната побачень", 10));
        assertEquals(List.of("Кімната для", "побачень із …"), RoomPlan.lines("Кімната для побачень із адвокатом", 13));
        assertEquals(List.of("Слідчоопер…"), RoomPlan.lines("Слідчооперативна", 11));
    }
}
