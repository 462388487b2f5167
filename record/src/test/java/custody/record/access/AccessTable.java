package custody.record.access;

import custody.record.access.Action.Adding;
import custody.record.access.Action.Correcting;
import custody.record.access.Action.General;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The access table as the design page prints it. */
final class AccessTable {
    private AccessTable() {}

    static String markdown() {
        String general = Arrays.stream(General.values())
                .map(action -> row(Wire.name(action), role -> cell(action, role)))
                .collect(Collectors.joining());
        String kinds = Catalogue.kinds().stream()
                .map(kind ->
                        row(kind.name(), role -> pair(cell(new Adding(kind), role), cell(new Correcting(kind), role))))
                .collect(Collectors.joining());
        return head("action") + general + "\n" + head("kind of event") + kinds;
    }

    private static String head(String first) {
        List<String> roles = Arrays.stream(Role.values()).map(Wire::name).toList();
        return "| " + first + " | " + String.join(" | ", roles) + " |\n|---" + "|:-:".repeat(roles.size()) + "|\n";
    }

    private static String row(String name, Function<Role, String> cell) {
        return Arrays.stream(Role.values()).map(cell).collect(Collectors.joining(" | ", "| `" + name + "` | ", " |\n"));
    }

    private static String cell(Action action, Role role) {
        return Grants.of(action).of(role).letter();
    }

    private static String pair(String adding, String correcting) {
        return adding.equals(correcting) ? adding : shown(adding) + "/" + shown(correcting);
    }

    private static String shown(String letter) {
        return letter.isEmpty() ? "–" : letter;
    }
}
