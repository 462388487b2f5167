package custody.web.forms;

import custody.record.catalogue.EventKind;
import custody.record.catalogue.Wire;
import custody.record.events.Badge;
import custody.record.events.CoercionFact.ForceStatement;
import custody.record.events.CoercionFact.ForceUsed;
import custody.record.events.CoercionFact.SpecialMeansUsed;
import custody.record.events.ComplaintFact.ViolationFound;
import custody.record.events.ComplaintFact.ViolationReported;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.CustodyFact.BasisAdded;
import custody.record.events.CustodyFact.BasisChanged;
import custody.record.events.CustodyFact.BroughtToCourt;
import custody.record.events.DefenceFact.DefenderAppointed;
import custody.record.events.Event;
import custody.record.events.Fact;
import custody.record.events.MedicalFact.MedicArrived;
import custody.record.events.NoticeFact.Addressee;
import custody.record.events.NoticeFact.Notice;
import custody.record.places.Facility.Serving;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a record and its facility already say of an entry that is about to be made: who at the centre is told, who defends,
 * which court it was. It stands in the form to be changed; what people have to look at or to decide stays empty. It is put
 * in by the node and never into an address, which would carry names.
 */
public final class Remembered {
    private final List<Event> newestFirst;
    private final Serving serving;

    /** {@code seen}: standing events that the visitor sees in full, in the order of the record. */
    public Remembered(List<Event> seen, Serving serving) {
        this.newestFirst = seen.reversed();
        this.serving = serving;
    }

    /** Values by field name; {@code typed} holds what is chosen already. */
    public Map<String, List<String>> of(EventKind kind, Typed typed) {
        Map<String, List<String>> known = new HashMap<>();
        switch (kind.name()) {
            case "notice" -> notice(typed.one("fields.addressee"), known);
            case "delivered" ->
                latest(Apprehended.class).ifPresent(apprehended -> put(known, "by", badges(apprehended.by().stream())));
            case "suspicion-notified" -> put(known, "offence", offence());
            case "brought-to-court" -> put(known, "court", Optional.ofNullable(serving.court()));
            case "court-decision" ->
                put(
                        known,
                        "court",
                        text(BroughtToCourt.class, BroughtToCourt::court)
                                .or(() -> Optional.ofNullable(serving.court())));
            case "defender-arrived", "confidential-meeting" ->
                put(known, "defender", text(DefenderAppointed.class, DefenderAppointed::defender));
            case "examined" -> put(known, "medic", text(MedicArrived.class, MedicArrived::medic));
            case "hospital" -> put(known, "hospital", Optional.ofNullable(serving.hospital()));
            case "force-statement" -> statement(known);
            case "violation-reported" -> report(typed.one("fields.to"), known);
            default -> {
                // Other kinds say what somebody saw or decided: nobody knows it beforehand.
            }
        }
        return known;
    }

    /** Whoever was named when the same addressee was last tried; else the office that serves the facility. */
    private void notice(String addressee, Map<String, List<String>> known) {
        Optional<Notice> last = facts(Notice.class)
                .filter(notice -> Wire.name(notice.addressee()).equals(addressee))
                .filter(notice -> notice.who() != null || notice.contact() != null)
                .findFirst();
        put(known, "who", last.map(Notice::who).or(() -> office(addressee)));
        put(known, "contact", last.map(Notice::contact));
    }

    private Optional<String> office(String addressee) {
        if (addressee.equals(Wire.name(Addressee.LEGAL_AID))) {
            return Optional.ofNullable(serving.legalAidCentre());
        }
        return addressee.equals(Wire.name(Addressee.PROSECUTOR))
                ? Optional.ofNullable(serving.prosecutor())
                : Optional.empty();
    }

    private Optional<String> offence() {
        return newestFirst.stream()
                .map(event -> switch (event.fact()) {
                    case BasisAdded basis -> basis.offence();
                    case BasisChanged basis -> basis.offence();
                    case Apprehended apprehended -> apprehended.offence();
                    default -> null;
                })
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The newest force of which nobody has written yet, and whoever used it where that was one. */
    private void statement(Map<String, List<String>> known) {
        List<String> told = facts(ForceStatement.class)
                .flatMap(statement -> Stream.ofNullable(statement.about()).map(Object::toString))
                .toList();
        newestFirst.stream()
                .filter(event -> event.fact() instanceof ForceUsed || event.fact() instanceof SpecialMeansUsed)
                .filter(event -> !told.contains(event.id().toString()))
                .findFirst()
                .ifPresent(event -> {
                    put(known, "about", List.of(event.id().toString()));
                    if (event.performedBy().size() == 1) {
                        put(known, "officer", badges(event.performedBy().stream()));
                    }
                });
    }

    /** The newest violation of which the chosen addressee has not heard yet. */
    private void report(String to, Map<String, List<String>> known) {
        List<String> told = facts(ViolationReported.class)
                .filter(report -> Wire.name(report.to()).equals(to))
                .flatMap(report -> Stream.ofNullable(report.violation()).map(Object::toString))
                .toList();
        newestFirst.stream()
                .filter(event -> event.fact() instanceof ViolationFound)
                .map(event -> event.id().toString())
                .filter(id -> !told.contains(id))
                .findFirst()
                .ifPresent(id -> put(known, "violation", List.of(id)));
    }

    private <F extends Fact> Stream<F> facts(Class<F> type) {
        return newestFirst.stream().map(Event::fact).filter(type::isInstance).map(type::cast);
    }

    private <F extends Fact> Optional<F> latest(Class<F> type) {
        return facts(type).findFirst();
    }

    private <F extends Fact> Optional<String> text(Class<F> type, Function<F, @Nullable String> field) {
        return facts(type).map(field).filter(Objects::nonNull).findFirst();
    }

    private static List<String> badges(Stream<Badge> badges) {
        return badges.map(Badge::number).toList();
    }

    private static void put(Map<String, List<String>> known, String name, Optional<String> value) {
        value.ifPresent(found -> known.put(name, List.of(found)));
    }

    private static void put(Map<String, List<String>> known, String name, List<String> values) {
        known.put(name, values);
    }
}
