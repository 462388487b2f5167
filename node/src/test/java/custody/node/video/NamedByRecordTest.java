package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import custody.record.events.Badge;
import custody.record.events.RecordId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whom a record names")
class NamedByRecordTest {
    private static final RecordId RECORD = new RecordId(new UUID(1, 1));

    private Optional<String> stand = Optional.of("1");

    @Test
    @DisplayName("is read once for each person and each event of the record, however often it is asked")
    void isReadOnceForEachEvent() {
        var read = new AtomicInteger();
        var named = new NamedByRecord(_ -> stand, _ -> {
            read.incrementAndGet();
            return Optional.empty();
        });
        for (int times = 0; times < 3; times++) {
            assertFalse(named.named(new Badge("1000001"), RECORD));
        }
        assertEquals(1, read.get());
        assertFalse(named.named(new Badge("1000005"), RECORD));
        assertEquals(2, read.get());
        stand = Optional.of("2");
        assertFalse(named.named(new Badge("1000001"), RECORD));
        assertEquals(3, read.get(), "an event more may name somebody");
        stand = Optional.empty();
        assertFalse(named.named(new Badge("1000001"), RECORD));
        assertEquals(3, read.get(), "there is no such record");
    }
}
