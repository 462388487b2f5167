package custody.store.payloads;

import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import custody.record.catalogue.Wire;
import custody.record.desk.Reading;
import custody.record.events.FacilityCode;
import custody.record.events.RoomCode;
import custody.record.places.FacilityChange;
import custody.record.places.FacilityChange.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who changed a facility, as the fields of a look, and beside them what became otherwise: {@code was.area-norm} and {@code
 * is.area-norm}, or with the room's code {@code was.room-area.CELL-1}. What is empty is left out.
 */
public final class FacilityFields {
    private static final String WAS = "was.";
    private static final String IS = "is.";

    private FacilityFields() {}

    /** The fields of a change. */
    public static List<Field> of(Reading by, FacilityCode facility, List<FacilityChange> changes, Instant at) {
        List<Field> fields = new ArrayList<>(ReadingFields.of(by, null, facility, at));
        for (FacilityChange change : changes) {
            String name = Wire.name(change.what())
                    + change.room().map(room -> "." + room.code()).orElse("");
            put(fields, WAS + name, change.from());
            put(fields, IS + name, change.to());
        }
        return fields;
    }

    private static void put(List<Field> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.add(new Field(name, new FieldValue.Text(text)));
        }
    }

    /** What became otherwise, in the order in which it was written. */
    public static List<FacilityChange> changes(List<Field> fields) {
        Set<String> names = new LinkedHashSet<>();
        for (Field field : fields) {
            for (String side : List.of(WAS, IS)) {
                if (field.name().startsWith(side)) {
                    names.add(field.name().substring(side.length()));
                }
            }
        }
        List<FacilityChange> changes = new ArrayList<>();
        for (String name : names) {
            int dot = name.indexOf('.');
            Optional<RoomCode> room = dot < 0 ? Optional.empty() : Optional.of(new RoomCode(name.substring(dot + 1)));
            what(dot < 0 ? name : name.substring(0, dot))
                    .ifPresent(what -> changes.add(
                            new FacilityChange(room, what, text(fields, WAS + name), text(fields, IS + name))));
        }
        return changes;
    }

    /** A thing that a later version knew is left out. */
    private static Optional<What> what(String name) {
        for (What what : What.values()) {
            if (Wire.name(what).equals(name)) {
                return Optional.of(what);
            }
        }
        return Optional.empty();
    }

    private static String text(List<Field> fields, String name) {
        return EventFields.text(fields, name).orElse("");
    }
}
