package custody.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.RecordNumber;
import custody.web.house.House;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A record that does not open")
class UnreadableRecordsTest extends ServerTest {
    private static final RecordNumber NUMBER = new RecordNumber(House.FACILITY, 2026, 77_777);

    @BeforeEach
    void damage() {
        records.unreadable(List.of(NUMBER));
    }

    @AfterEach
    void mend() {
        records.unreadable(List.of());
    }

    @Test
    @DisplayName("is named on the whiteboard, where nobody in custody may be forgotten")
    void isNamed() {
        String page = Desk.of(port, "1000001").get("/").body();
        assertTrue(page.contains("не відкривається: " + NUMBER), page);
    }
}
