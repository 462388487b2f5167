package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.web.house.House;
import custody.web.house.InMemoryFacilities;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Two who allocate one cell at the same moment")
class CellRaceTest extends ApiServerTest {
    /** How long the first waits for the second to look as well; it does not, where it has to wait for the first. */
    private static final int MILLIS = 1_500;

    @Autowired
    private InMemoryFacilities facilities;

    private Facility house;

    @BeforeEach
    void aCellOfItsOwn() {
        house = facilities.find(House.FACILITY).orElseThrow();
        List<Room> rooms = new ArrayList<>(house.rooms());
        rooms.add(Room.of(new RoomCode("CELL-9"), "Камера 9", Room.Kind.CELL, Room.Privacy.NORMAL, 1_200, 4));
        facilities.put(house.with(rooms));
    }

    @AfterEach
    void asBefore() {
        records.whenLooked(_ -> {});
        facilities.put(house);
    }

    private static String allocated() {
        return MEAL.replace("meal", "cell-allocated")
                .replace("\"service\":\"lunch\"", "\"cell\":\"CELL-9\",\"separationReason\":\"до ранку\"");
    }

    @Test
    @DisplayName("do not put a woman with a man: one of them hears that the cell is taken, whether by form or by API")
    void doNotPutAWomanWithAMan() {
        String man = open();
        String woman = Desk.location(post("/api/v1/records", GOOD.replace("\"male\"", "\"female\"")));
        String path = woman.replace("/api/v1", "") + "/events/new/cell-allocated";
        Desk desk = Desk.of(port, "1000001");
        Map<String, String> form = desk.filled(
                path,
                Map.of(
                        "occurredAt.date", "24.11.2026",
                        "occurredAt.time", "11:30",
                        "fields.cell", "CELL-9",
                        "fields.separationReason", "до ранку"));
        CompletableFuture<HttpResponse<String>> second = new CompletableFuture<>();
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger looks = new AtomicInteger();
        records.whenLooked(look -> {
            if (!look.what().equals("cells")) {
                return;
            }
            both.countDown();
            if (looks.incrementAndGet() == 1) {
                second.completeAsync(() -> desk.post(path, form));
                awaited(both);
            }
        });
        HttpResponse<String> first = post(man + "/events", allocated());
        assertEquals(201, first.statusCode(), first.body());
        HttpResponse<String> other = second.join();
        assertEquals(409, other.statusCode(), other.body());
        assertTrue(other.body().contains("до ранку"), "what was typed is kept");
    }

    private static void awaited(CountDownLatch both) {
        try {
            var _ = both.await(MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
