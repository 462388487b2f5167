package custody.web.pages;

import custody.record.catalogue.Wire;
import custody.record.places.Facility;
import custody.web.components.Control;
import custody.web.components.Control.Face;
import custody.web.components.ErrorLink;
import custody.web.components.Option;
import custody.web.forms.Plain;
import custody.web.forms.Typed;
import custody.web.session.Visit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The controls that describe a facility: its names, what it is, its clocks, its norm, and who serves it. */
final class FacilityForm {
    /** Hundredths of a square metre: less than the least norm of any cell, or more than a room, was mistyped. */
    private static final int LEAST_NORM = 100;

    private static final int GREATEST_NORM = 2_000;
    private static final int MOST = 200;
    private static final List<String> SERVING = List.of("legalAidCentre", "prosecutor", "court", "hospital");

    private FacilityForm() {}

    /** What is known of a facility, as if it had been typed. */
    static Typed typed(Facility facility, Typed besides) {
        Facility.Serving serving = facility.serving();
        return besides.with("nameUk", facility.nameUk())
                .with("nameEn", facility.nameEn())
                .with("region", facility.region())
                .with("facilityKind", Wire.name(facility.kind()))
                .with("zone", facility.zone().getId())
                .with("areaNorm", hundredths(facility.areaNorm()))
                .with("legalAidCentre", text(serving.legalAidCentre()))
                .with("prosecutor", text(serving.prosecutor()))
                .with("court", text(serving.court()))
                .with("hospital", text(serving.hospital()));
    }

    private static String text(@Nullable String known) {
        return known == null ? "" : known;
    }

    private static String hundredths(int number) {
        return number % 100 == 0
                ? Integer.toString(number / 100)
                : String.format(java.util.Locale.ROOT, "%d.%02d", number / 100, number % 100);
    }

    static List<Control> controls(Visit visit, Typed typed, List<ErrorLink> errors) {
        List<Control> controls = new ArrayList<>();
        for (String name : List.of("nameUk", "nameEn", "region")) {
            controls.add(line(visit, typed, name, 0, null, errors));
        }
        controls.add(new Control.Menus(face(visit, "facilityKind", errors), List.of(kinds(visit, typed))));
        controls.add(line(visit, typed, "zone", 20, null, errors));
        controls.add(line(visit, typed, "areaNorm", 5, visit.wording().say("admin.room.square-metres"), errors));
        for (String name : SERVING) {
            controls.add(line(visit, typed, name, 0, null, errors));
        }
        return controls;
    }

    private static List<Option> kinds(Visit visit, Typed typed) {
        return Arrays.stream(Facility.Kind.values())
                .map(kind -> new Option(
                        Wire.name(kind),
                        visit.wording().constant(kind),
                        Wire.name(kind).equals(typed.one("facilityKind"))))
                .toList();
    }

    /** The facility as it was typed, its code, state and rooms as {@code was} has them; empty where {@code errors} say why not. */
    static Optional<Facility> read(Visit visit, Facility was, Typed typed, List<ErrorLink> errors) {
        for (String name : List.of("nameUk", "nameEn")) {
            if (!Plain.said(typed.one(name), MOST)) {
                errors.add(new ErrorLink(name, visit.wording().say("admin.name-needed")));
            }
        }
        fits(visit, typed, "region", errors);
        Optional<Facility.Kind> kind = Arrays.stream(Facility.Kind.values())
                .filter(each -> Wire.name(each).equals(typed.one("facilityKind")))
                .findFirst();
        if (kind.isEmpty()) {
            errors.add(new ErrorLink("facilityKind", visit.wording().say("form.choose-one")));
        }
        Optional<ZoneId> zone = zone(typed.one("zone").strip());
        if (zone.isEmpty()) {
            errors.add(new ErrorLink("zone", visit.wording().say("admin.zone-form")));
        }
        Optional<Integer> norm = norm(typed.one("areaNorm").strip());
        if (norm.isEmpty()) {
            errors.add(new ErrorLink("areaNorm", visit.wording().say("admin.norm-form")));
        }
        SERVING.forEach(name -> fits(visit, typed, name, errors));
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Facility(
                was.code(),
                typed.one("nameUk").strip(),
                typed.one("nameEn").strip(),
                typed.one("region").strip(),
                kind.orElseThrow(),
                was.state(),
                zone.orElseThrow(),
                norm.orElseThrow(),
                new Facility.Serving(
                        named(typed, "legalAidCentre"),
                        named(typed, "prosecutor"),
                        named(typed, "court"),
                        named(typed, "hospital")),
                was.rooms()));
    }

    private static @Nullable String named(Typed typed, String name) {
        return typed.one(name).isBlank() ? null : typed.one(name).strip();
    }

    private static void fits(Visit visit, Typed typed, String name, List<ErrorLink> errors) {
        if (!Plain.fits(typed.one(name), MOST)) {
            errors.add(new ErrorLink(name, visit.wording().say("admin.too-long")));
        }
    }

    /** A zone of a place, since the law's days begin by the place's calendar: not a fixed distance from UTC. */
    private static Optional<ZoneId> zone(String typed) {
        return typed.contains("/")
                        && !typed.startsWith("Etc/")
                        && ZoneId.getAvailableZoneIds().contains(typed)
                ? Optional.of(ZoneId.of(typed))
                : Optional.empty();
    }

    private static Optional<Integer> norm(String typed) {
        String plain = typed.replace(',', '.');
        return plain.matches("[0-9]{1,2}(\\.[0-9]{1,2})?")
                ? Optional.of((int) Math.round(Double.parseDouble(plain) * 100))
                        .filter(norm -> norm >= LEAST_NORM && norm <= GREATEST_NORM)
                : Optional.empty();
    }

    private static Control line(
            Visit visit, Typed typed, String name, int width, @Nullable String suffix, List<ErrorLink> errors) {
        return new Control.Line(face(visit, name, errors), typed.one(name), width, suffix, null);
    }

    private static Face face(Visit visit, String name, List<ErrorLink> errors) {
        String error = errors.stream()
                .filter(link -> link.target().equals(name))
                .findFirst()
                .map(ErrorLink::text)
                .orElse(null);
        String hint =
                Map.of("zone", "admin.zone.hint", "areaNorm", "admin.norm.hint").getOrDefault(name, "");
        return new Face(
                name,
                name,
                visit.wording().say("admin.facility." + name),
                hint.isEmpty() ? null : visit.wording().say(hint),
                error,
                false);
    }
}
