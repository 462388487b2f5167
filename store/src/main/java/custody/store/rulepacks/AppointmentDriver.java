package custody.store.rulepacks;

import custody.record.catalogue.Wire;
import custody.record.places.Appointment;
import custody.record.places.Officer.Category;
import custody.store.rulepacks.AppointmentCases.Answer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Runs cases of appointments against what the administration's page asks. */
final class AppointmentDriver {
    private final CaseTally tally;
    private final Map<String, Set<Category>> asked = new TreeMap<>();

    AppointmentDriver(CaseTally tally) {
        this.tally = tally;
    }

    void run(AppointmentCases file) {
        for (AppointmentCases.Asked each : file.cases()) {
            tally.judged(file.provision(), file.rule());
            asked.computeIfAbsent(file.rule(), _ -> EnumSet.noneOf(Category.class))
                    .add(each.category());
            Answer answer = switch (Appointment.asCustodyOfficer(each.category())) {
                case Appointment.Appointed() -> Answer.APPOINTED;
                case Appointment.Refused(Category _) -> Answer.REFUSED;
            };
            tally.expect(CaseTally.where(file, each.line(), each.name()), Wire.name(each.answer()), Wire.name(answer));
        }
    }

    /** Categories that a rule about appointments has no case for. */
    List<String> holes() {
        return asked.entrySet().stream()
                .flatMap(entry -> EnumSet.complementOf(EnumSet.copyOf(entry.getValue())).stream()
                        .map(category -> "rule " + entry.getKey() + ": no case asks for " + Wire.name(category)))
                .toList();
    }
}
