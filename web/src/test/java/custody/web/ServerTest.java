package custody.web;

import custody.web.house.House;
import custody.web.house.HouseClock;
import custody.web.house.InMemoryAccounts;
import custody.web.house.InMemoryCustodyRecords;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One server for all these tests: they share its records and look only at their own. */
@SpringBootTest(classes = House.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class ServerTest {
    static final Instant MORNING = Instant.parse("2026-11-24T10:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    HouseClock clock;

    @Autowired
    InMemoryCustodyRecords records;

    @Autowired
    InMemoryAccounts accounts;

    @BeforeEach
    void morning() {
        clock.set(MORNING);
        records.gone(false);
    }
}
