package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import custody.node.demo.Action;
import custody.node.demo.DemoDay;
import custody.record.events.Fact;
import custody.record.events.VideoFact;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The demonstration")
class DemoCamerasTest {
    @Test
    @DisplayName("names in its entries only cameras that it has")
    void namesItsOwnCameras() {
        Set<String> named = DemoDay.around(Instant.parse("2026-11-24T12:00:00Z"), DemoDay.SEED).steps().stream()
                .map(step -> step.action())
                .filter(Action.Add.class::isInstance)
                .flatMap(added -> named(((Action.Add) added).draft().fact()).stream())
                .collect(Collectors.toSet());
        assertFalse(named.isEmpty());
        named.removeAll(DemoCameras.codes());
        assertEquals(Set.of(), named);
    }

    private static List<String> named(Fact fact) {
        return switch (fact) {
            case VideoFact.FootageHeld held -> held.cameras();
            case VideoFact.FootageViewed viewed -> viewed.cameras();
            case VideoFact.FootageExported exported -> exported.cameras();
            default -> List.of();
        };
    }
}
