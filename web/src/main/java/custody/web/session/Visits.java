package custody.web.session;

import custody.record.desk.Facilities;
import custody.record.desk.Officers;
import custody.record.desk.StorageUnavailable;
import custody.record.events.Badge;
import custody.record.places.Facility;
import custody.record.places.Officer;
import custody.record.places.Regions;
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
    private static final String GONE = StorageUnavailable.class.getName();

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
        try {
            Visit visit = visit(
                    request,
                    officer().orElse(null),
                    facilities.find(settings.facility()).orElseGet(this::byCode));
            if (visit.signedIn() != null) {
                request.setAttribute(KEPT, visit);
            }
            return visit;
        } catch (StorageUnavailable gone) {
            request.setAttribute(GONE, gone);
            throw gone;
        }
    }

    /**
     * The visit to tell a problem to. Where the store does not answer, it is nobody's, at a facility of which only the
     * code is known, for the rest of the request: a fault must be said in words, too.
     */
    public Visit toTell(HttpServletRequest request) {
        if (request.getAttribute(GONE) == null) {
            try {
                return of(request);
            } catch (StorageUnavailable gone) {
                request.setAttribute(GONE, gone);
            }
        }
        Visit nobody = visit(request, null, byCode());
        request.setAttribute(KEPT, nobody);
        return nobody;
    }

    private Visit visit(HttpServletRequest request, @Nullable Officer officer, Facility facility) {
        Wording wording = Wording.in(Languages.of(request));
        return new Visit(
                officer,
                wording,
                new Times(facility.zone(), wording.language()),
                facility,
                Regions.of(facilities::find),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Purposes.said(request));
    }

    private Facility byCode() {
        return new Facility(
                settings.facility(),
                settings.facility().code(),
                settings.facility().code(),
                "",
                Facility.Kind.POLICE_UNIT,
                Facility.State.ACTIVE,
                ZoneId.of("Europe/Kyiv"),
                0,
                new Facility.Serving(null, null, null, null),
                List.of());
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
