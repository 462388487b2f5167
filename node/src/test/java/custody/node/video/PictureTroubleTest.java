package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.video.health.Trouble;
import custody.video.simulator.Fault;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Pictures that arrive and show nothing, judged as a whole node judges them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureTroubleTest {
    private FilmedRooms house;

    @BeforeAll
    void begin() throws IOException, InterruptedException {
        house = FilmedRooms.open("pt-");
        FilmedRooms.until(house::allRecord, 20);
        for (var camera : FilmedRooms.CAMERAS) {
            FilmedRooms.until(
                    () -> house.room().archive().segments().open(camera).isPresent(), 5);
        }
    }

    @AfterAll
    void end() throws IOException {
        house.close();
    }

    private void wellAgain(int camera) throws InterruptedException {
        house.simulator().cameras().get(camera).fault(Fault.NONE);
        FilmedRooms.until(() -> house.troubles(camera).isEmpty(), 40, () -> "still told: " + house.troubles(camera));
    }

    @Test
    void aFrozenCameraIsToldWithinFifteenSecondsAndAgainThatItIsWell() throws InterruptedException {
        Thread.sleep(6_000);
        assertEquals(Set.of(), house.troubles(1), "an honest camera is no trouble");
        house.simulator().cameras().get(1).fault(Fault.FREEZE);
        FilmedRooms.tell(
                "a frozen picture", FilmedRooms.until(() -> house.troubles(1).contains(Trouble.FROZEN), 15));
        wellAgain(1);
    }

    @Test
    void aBlackPictureIsToldWithinFifteenSecondsAndAgainThatItIsWell() throws InterruptedException {
        house.simulator().cameras().getFirst().fault(Fault.OTHER_CLIP);
        FilmedRooms.tell(
                "a black picture", FilmedRooms.until(() -> house.troubles(0).contains(Trouble.BLACK), 15));
        wellAgain(0);
    }

    @Test
    @DisplayName("Pictures that nobody can decode are told within fifteen seconds, and that they can be again")
    void undecodable() throws InterruptedException, IOException {
        house.garble(1);
        house.simulator().cameras().get(1).fault(Fault.OTHER_CLIP);
        FilmedRooms.tell(
                "an undecodable picture",
                FilmedRooms.until(() -> house.troubles(1).contains(Trouble.UNREADABLE), 15));
        wellAgain(1);
    }

    /** Minutes of the real clock; what counts as a loop is tested without it in {@link RepeatWatchTest}. */
    @Test
    @EnabledIfSystemProperty(named = "custody.long", matches = "true")
    void aClipThatIsPlayedAgainAndAgainIsTold() throws InterruptedException {
        FilmedRooms.tell("a loop of a minute", FilmedRooms.until(() -> house.repeats(1), 240));
    }

    @Test
    void aCoveredCameraIsToldWithinFifteenSecondsAndAgainThatItIsWell() throws InterruptedException, IOException {
        house.cover(1);
        house.simulator().cameras().get(1).fault(Fault.OTHER_CLIP);
        FilmedRooms.tell(
                "a covered camera", FilmedRooms.until(() -> house.troubles(1).contains(Trouble.COVERED), 15));
        wellAgain(1);
    }
}
