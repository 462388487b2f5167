package custody.node.wiring;

import custody.node.demo.DemoFacility;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.store.Store;
import custody.store.rulepacks.CellCases;
import custody.store.rulepacks.Offsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One worked case of a cell, played through the API: who is there is put there, and then the cell is asked for. */
final class PlayedCell {
    private static final String REASON = "іншої камери немає";

    private final LawServer server;
    private final Store store;
    private final Offsets offsets;
    private final RoomCode cell;

    /** {@code number} makes the cell another than those of other cases, whose people are still there. */
    PlayedCell(LawServer server, Store store, Offsets offsets, int number) {
        this.server = server;
        this.store = store;
        this.offsets = offsets;
        this.cell = new RoomCode("CASE-" + number);
    }

    /** What the API answers, as the case calls it; what else went wrong where it answers none of these. */
    String answer(CellCases.Sought sought) {
        facility(sought, null);
        for (List<Map<String, Object>> other : sought.there()) {
            List<String> refused = new PlayedCase(server, offsets).play(CellCases.allocated(other, cell, offsets));
            if (!refused.isEmpty()) {
                return "nobody can be put there: " + refused;
            }
        }
        facility(sought, sought.room().outOfUse());
        PlayedCase person = new PlayedCase(server, offsets);
        List<String> refused = person.play(sought.person());
        if (!refused.isEmpty()) {
            return "nobody comes: " + refused;
        }
        JsonNode without = person.allocate(cell, sought.at(), null);
        if (taken(without)) {
            return "allowed";
        }
        JsonNode with = person.allocate(cell, sought.at(), REASON);
        if (taken(with)) {
            return without.at("/errors/0/pointer").asString("").equals("/fields/separationReason")
                    ? "needs-reason"
                    : "taken with a reason, but refused without one: " + without;
        }
        return with.path("type").asString("").endsWith("/unsuitable-cell") ? "refused" : with.toString();
    }

    private static boolean taken(JsonNode answer) {
        return !answer.path("id").asString("").isEmpty();
    }

    /** The demo's facility with the case's norm and cell. */
    private void facility(CellCases.Sought sought, @Nullable String outOfUse) {
        Facility demo = DemoFacility.facility();
        Room room = sought.room();
        List<Room> rooms = new ArrayList<>(demo.rooms());
        rooms.add(new Room(
                cell,
                room.name(),
                room.kind(),
                room.privacy(),
                room.custodyZone(),
                room.area(),
                room.capacity(),
                room.designation(),
                outOfUse));
        store.facilities()
                .put(new Facility(
                        demo.code(),
                        demo.nameUk(),
                        demo.nameEn(),
                        demo.region(),
                        demo.kind(),
                        demo.state(),
                        demo.zone(),
                        sought.norm(),
                        demo.serving(),
                        rooms));
    }
}
