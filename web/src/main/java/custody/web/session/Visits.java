package custody.web.session;

import custody.record.desk.Facilities;
import custody.record.desk.Officers;
import custody.record.events.Badge;
import custody.record.places.Facility;
import custody.record.places.Officer;
import custody.web.WebSettings;
import custody.web.words.Times;
import custody.web.words.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells who stands at the desk. The officer is read anew each time, so that a revoked right ends at once. */
@Component
public final class Visits {
    private static final String KEPT = Visit.class.getName();

    private final Officers officers;
    private final Facilities facilities;
    private final WebSettings settings;
    private final InstantSource clock;

    Visits(Officers officers, Facilities facilities, WebSettings settings, InstantSource clock) {
        this.officers = officers;
        this.facilities = facilities;
        this.settings = settings;
        this.clock = clock;
    }

    /** The visit of a request; the same for the whole of it. */
    public Visit of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Visit kept) {
            return kept;
        }
        Wording wording = Wording.in(Languages.of(request));
        Facility facility = facility();
        Visit visit = new Visit(
                officer().orElse(null),
                wording,
                new Times(facility.zone(), wording.language()),
                facility,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Purposes.said(request));
        if (visit.signedIn() != null) {
            request.setAttribute(KEPT, visit);
        }
        return visit;
    }

    private Facility facility() {
        return facilities
                .find(settings.facility())
                .orElseGet(() -> new Facility(
                        settings.facility(),
                        settings.facility().code(),
                        settings.facility().code(),
                        "",
                        Facility.Kind.POLICE_UNIT,
                        Facility.State.ACTIVE,
                        ZoneId.of("Europe/Kyiv"),
                        0,
                        new Facility.Serving(null, null, null, null),
                        List.of()));
    }

    private Optional<Officer> officer() {
        @Nullable
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Badge badge) {
            return officers.find(badge).filter(Officer::active);
        }
        return Optional.empty();
    }
}
