package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.places.Officer;
import custody.web.assets.Assets;
import custody.web.session.Visit;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page is set in.
 *
 * @param visit who looks
 * @param assets addresses of styles and scripts
 * @param csrf the form token of this session; null where there are no forms
 * @param demo whether the people are invented
 * @param path path of this page
 * @param back path and query to come back to after the language switch
 */
public record Frame(Visit visit, Assets assets, @Nullable CsrfToken csrf, boolean demo, String path, String back) {

    /** The words of the language asked for. */
    public Wording say() {
        return visit.wording();
    }

    /** The times of this facility. */
    public Times times() {
        return visit.times();
    }

    /** Whether a navigation entry is the one being looked at: the longest that the path begins with. */
    public boolean at(String start) {
        // What is done with footage lies beside the cameras.
        String bare = path.replaceFirst("^/footage(?=/|$)", "/video");
        return navigation().stream()
                .map(Destination::path)
                .filter(candidate -> candidate.equals("/") ? bare.equals("/") : bare.startsWith(candidate))
                .max(Comparator.comparingInt(String::length))
                .filter(start::equals)
                .isPresent();
    }

    /** Where one can go from every page. */
    public List<Destination> navigation() {
        return Destination.of(visit);
    }

    /** Whether the visitor describes facilities. */
    public boolean mayFacility() {
        return Destination.may(visit, General.ADMINISTER_FACILITIES);
    }

    /** Whether the visitor declares martial law. */
    public boolean mayMartialLaw() {
        return Destination.may(visit, General.DECLARE_MARTIAL_LAW);
    }

    /** Whether this screen rings for alerts. */
    public boolean rings() {
        return visit.signedIn() != null && Destination.may(visit, General.ACKNOWLEDGE_ALERTS);
    }

    /** Whether the visitor plays footage back. */
    public boolean mayFootage() {
        return Destination.may(visit, General.VIEW_FOOTAGE);
    }

    /** Who is signed in, to know whose drafts this tab keeps; empty before sign-in. */
    public String badge() {
        Officer officer = visit.signedIn();
        return officer == null ? "" : officer.badge().number();
    }

    /** What the form token is sent under; empty where there are no forms. */
    public String csrfName() {
        return csrf == null ? "" : csrf.getParameterName();
    }

    /** The form token; empty where there are no forms. */
    public String csrfToken() {
        return csrf == null ? "" : csrf.getToken();
    }
}
