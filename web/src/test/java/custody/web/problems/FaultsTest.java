package custody.web.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayName("A fault")
@ExtendWith(OutputCaptureExtension.class)
class FaultsTest {

    private static NullPointerException at(String type) {
        NullPointerException thrown = new NullPointerException("secret");
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "getName", "X.java", 216)});
        return thrown;
    }

    @Test
    @DisplayName("of ours is logged as one, without its words")
    void isLogged(CapturedOutput output) {
        assertEquals("fault", Faults.problem(at("custody.web.pages.Pages")).name());
        assertTrue(output.getAll().contains("ERROR"), output.getAll());
        assertFalse(output.getAll().contains("secret"), output.getAll());
    }

    @Test
    @DisplayName("that the server meets because a browser left the page is none of ours")
    void isNoneWhereThePageWasLeft(CapturedOutput output) {
        assertEquals(
                "fault",
                Faults.problem(at("org.apache.tomcat.util.http.MimeHeaders")).name());
        assertFalse(output.getAll().contains("ERROR"), output.getAll());
    }
}
