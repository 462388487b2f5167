package custody.web.pages;

import custody.record.access.Access;
import custody.record.access.Action.General;
import custody.record.access.Relation;
import custody.web.session.Visit;
import java.util.List;

/**
 * One entry of the navigation.
 *
 * @param path where it leads
 * @param text key of its text
 * @param needs what one must be allowed to go there
 */
public record Destination(String path, String text, General needs) {
    private static final List<Destination> ALL = List.of(
            new Destination("/", "nav.whiteboard", General.READ_WHITEBOARD),
            new Destination("/tasks", "nav.tasks", General.READ_WHITEBOARD),
            new Destination("/alerts", "nav.alerts", General.ACKNOWLEDGE_ALERTS),
            new Destination("/records/new", "nav.new", General.OPEN_RECORD),
            new Destination("/records", "nav.records", General.SEARCH),
            new Destination("/video", "nav.video", General.WATCH_CAMERAS),
            new Destination("/law", "nav.law", General.READ_LEDGER),
            new Destination("/admin/martial-law", "nav.martial-law", General.DECLARE_MARTIAL_LAW),
            new Destination("/admin", "nav.admin", General.ADMINISTER_OFFICERS));

    /** Where the visitor may go. */
    static List<Destination> of(Visit visit) {
        return visit.signedIn() == null
                ? List.of()
                : ALL.stream()
                        .filter(destination -> may(visit, destination.needs()))
                        .toList();
    }

    static boolean may(Visit visit, General action) {
        Relation relation = visit.relation();
        return Access.decide(visit.officer(), action, relation).permitted();
    }
}
