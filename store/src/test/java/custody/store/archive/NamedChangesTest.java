package custody.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.ledger.log.Field;
import custody.record.desk.Reading;
import custody.record.places.Room;
import custody.store.CommittedEntries;
import custody.store.payloads.ReadingFields;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.live.Mask;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever changes cameras and masks")
class NamedChangesTest {
    private static final Person ADMINISTRATOR = new Person("1000009");
    private static final Person OFFICER = new Person("1000001");

    @Test
    @DisplayName("is named by an entry that only the keys open, in order")
    void isNamedByAnEntry() throws Exception {
        Path folder;
        String lifted;
        try (FilmedArchive filmed = FilmedArchive.open("named-changes", Room.Privacy.MASKED)) {
            folder = filmed.folder();
            CameraId camera = new CameraId("named-1");
            Instant now = Instant.now();
            filmed.archive().cameras().put(FilmedCell.camera(camera), ADMINISTRATOR);
            filmed.archive().cameras().put(FilmedCell.camera(camera), Person.NODE);
            filmed.archive().masks().put(camera, List.of(new Mask(0, 0, 100, 100)), ADMINISTRATOR, now);
            var lift = filmed.archive().masks().lift(camera, OFFICER, "огляд", Duration.ofMinutes(5), now);
            lifted = lift.id().toString();
            filmed.archive().masks().end(lift.id(), OFFICER, now.plusSeconds(1));
            filmed.archive().masks().end(lift.id(), OFFICER, now.plusSeconds(2));
            filmed.archive().cameras().put(FilmedCell.camera(camera), ADMINISTRATOR);
            filmed.archive().cameras().remove(camera, ADMINISTRATOR);
        }
        Map<Long, List<Field>> entries = new TreeMap<>(CommittedEntries.of(folder));
        List<String> done = entries.values().stream()
                .filter(ReadingFields::looks)
                .map(fields -> ReadingFields.reading(fields, 0).reading())
                .filter(reading -> reading.purpose() == Reading.Purpose.TECHNICAL)
                .map(reading -> reading.badge().number() + " " + reading.what())
                .toList();
        assertEquals(
                List.of(
                        "1000009 camera-added named-1 CELL-1",
                        "1000009 masks named-1 1",
                        "1000001 mask-lifted named-1 " + lifted,
                        "1000001 mask-back named-1 " + lifted,
                        "1000009 camera-changed named-1 CELL-1",
                        "1000009 camera-removed named-1"),
                done);
    }
}
