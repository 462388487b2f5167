package custody.node.alarms;

import static custody.node.alarms.AlarmHouse.comes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.alarms.channels.ChannelSettings;
import custody.record.events.Basis;
import custody.record.events.RecordId;
import custody.record.law.Lawbook;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The engine knows no country: which pack judges is a setting. */
@DisplayName("A node that is told to judge by gb-ew-pace")
final class EnglishLawTest {
    @Test
    @DisplayName("applies it to a record, writes its breaches, and none of the home country's")
    void appliesIt() {
        try (AlarmHouse house = AlarmHouse.open(InstantSource.system(), "gb-ew-pace")) {
            // The relevant time is at the latest 24 hours after the arrest, and 24 hours later the limit is over (PACE
            // s.41).
            RecordId record = house.book(Duration.ofHours(73), Basis.CPC_208);
            try (Alarms _ = Alarms.start(house.store(), house.law(), ChannelSettings.NONE, InstantSource.system())) {
                assertTrue(comes(() -> house.breaches(record, "detention-limit").size() == 1));
            }
            assertEquals(
                    "gb-ew-pace",
                    Lawbook.applied(house.read(record).standing()).orElseThrow().pack());
            assertTrue(house.breaches(record, "maximum").isEmpty(), "72 hours are Ukraine's");
        }
    }
}
