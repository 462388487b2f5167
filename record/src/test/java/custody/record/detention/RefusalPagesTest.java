package custody.record.detention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.Wire;
import custody.record.detention.Refusals.Part;
import custody.record.events.EventId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refusal")
class RefusalPagesTest {
    private static final Path PAGES = Path.of("..", "docs", "problems");

    @Test
    @DisplayName("has a page that says when it comes and what to do")
    void hasItsPage() throws IOException {
        for (Class<?> refusal : Refusal.class.getPermittedSubclasses()) {
            saysWhatToDo(Wire.name(refusal));
        }
    }

    @Test
    @DisplayName("and every other problem has a page of the same shape")
    void everyProblemHasItsPage() throws IOException {
        for (String problem : List.of(
                "appointment",
                "invalid-input",
                "version-conflict",
                "not-permitted",
                "not-found",
                "key-reused",
                "too-large",
                "too-many-requests",
                "ledger-stopped",
                "storage-unavailable",
                "malformed-request",
                "sign-in-needed",
                "form-expired",
                "method-not-allowed",
                "not-acceptable",
                "unsupported-media-type",
                "fault")) {
            saysWhatToDo(problem);
        }
    }

    @Test
    @DisplayName("tells its name and the values of its sentence")
    void tellsItsNameAndValues() {
        Instant at = Story.minutes(60);
        EventId id = new EventId(new UUID(0, 1));
        tells("before-apprehension", new Refusal.BeforeApprehension(at), new Part.At(at));
        tells("person-elsewhere", new Refusal.PersonElsewhere("суд", at), new Part.Typed("суд"), new Part.At(at));
        tells(
                "person-elsewhere",
                new Refusal.PersonElsewhere(null, at),
                new Part.Label("place.unknown"),
                new Part.At(at));
        tells(
                "custody-ended",
                new Refusal.CustodyEnded(Situation.Status.RELEASED, at),
                new Part.Label("choice.situation-status.released"),
                new Part.At(at));
        tells("already-recorded", new Refusal.AlreadyRecorded("delivered", id), new Part.Label("kind.delivered"));
        tells("unknown-event", new Refusal.UnknownEvent(id));
    }

    private static void tells(String name, Refusal refusal, Part... parts) {
        assertEquals(name, Refusals.name(refusal));
        assertEquals(Arrays.asList(parts), Refusals.parts(refusal));
    }

    private static void saysWhatToDo(String problem) throws IOException {
        String page = Files.readString(PAGES.resolve(problem + ".md"));
        assertTrue(page.startsWith("# " + problem + "\n"), problem);
        assertTrue(page.contains("\n## When\n") && page.contains("\n## What to do\n"), problem);
    }
}
