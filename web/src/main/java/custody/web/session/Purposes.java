package custody.web.session;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Wire;
import custody.record.desk.Reading.Purpose;
import custody.record.places.Officer.Category;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an officer looks for when nothing else is said: the work of the category. */
final class Purposes {
    private Purposes() {}

    static Purpose of(Category category) {
        return switch (category) {
            case CUSTODY_OFFICER, APPREHENDING_OFFICER, DUTY_OFFICER, CONVOY, MEDIC, HEAD_OF_FACILITY -> Purpose.CARE;
            case INVESTIGATOR, INQUIRER, HEAD_OF_INVESTIGATION, INVESTIGATION_STAFF, OPERATIONAL_OFFICER ->
                Purpose.INVESTIGATION;
            case ADVOCATE -> Purpose.RIGHTS;
            case HUMAN_RIGHTS_REGION, HUMAN_RIGHTS_DEPARTMENT, PROSECUTOR, OMBUDSMAN -> Purpose.INSPECTION;
            case ADMINISTRATOR -> Purpose.TECHNICAL;
        };
    }

    /** The name a program gives in {@code ?purpose=}; null where it gives none. People are not asked each time. */
    static @Nullable String said(HttpServletRequest request) {
        boolean program = request.getRequestURI().startsWith("/api/");
        return program && !request.getMethod().equals("POST") ? request.getParameter("purpose") : null;
    }

    /** The purpose of that name; another word is refused. */
    static Purpose named(String name) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> Wire.name(purpose).equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemFound(Problem.invalid(
                        List.of(new FieldError("/purpose", Code.CHOICE, Map.of("options", options()))))));
    }

    private static String options() {
        return Arrays.stream(Purpose.values()).map(Wire::name).collect(Collectors.joining(", "));
    }
}
