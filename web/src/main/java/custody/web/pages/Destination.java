package custody.web.pages;

import custody.web.session.Visit;
import java.util.List;

/**
 * One entry of the navigation.
 *
 * @param path where it leads
 * @param text key of its text
 */
public record Destination(String path, String text) {

    static List<Destination> of(Visit visit) {
        if (visit.signedIn() == null) {
            return List.of();
        }
        return List.of(
                new Destination("/", "nav.whiteboard"),
                new Destination("/records/new", "nav.new"),
                new Destination("/records", "nav.records"),
                new Destination("/admin", "nav.admin"));
    }
}
