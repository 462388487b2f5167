package custody.web.pages;

import custody.record.access.Action;
import custody.record.catalogue.Catalogue;
import custody.record.detention.CustodyRecord;
import custody.web.components.Row;
import custody.web.session.Visit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The entries made most often, one click away. */
final class QuickActions {
    private static final List<String> KINDS = List.of(
            "check-made",
            "rights-explained",
            "notice",
            "meal",
            "moved",
            "detainee-questioned",
            "medic-called",
            "released");
    private static final List<String> ENDED = List.of("record-closed", "item-returned");
    /** Whoever was handed over is released elsewhere, and the limits of holding end with it. */
    private static final List<String> HANDED_OVER = List.of("record-closed", "item-returned", "released");

    private static final List<String> CLOSED = List.of("addendum");

    private QuickActions() {}

    /** Address and text of each that may be done now. */
    static List<Row> of(CustodyRecord record, Predicate<Action> may, Visit visit) {
        List<String> kinds = switch (record.situation().status()) {
            case ON_THE_WAY, IN_CUSTODY, ELSEWHERE -> KINDS;
            case TRANSFERRED -> HANDED_OVER;
            case RELEASED, ESCAPED, DIED -> ENDED;
            case CLOSED -> CLOSED;
        };
        return kinds.stream()
                .map(Catalogue::kind)
                .flatMap(Optional::stream)
                .filter(kind -> may.test(new Action.Adding(kind)))
                .map(kind -> new Row(
                        "/records/" + record.id() + "/events/new/" + kind.name(),
                        visit.wording().kind(kind)))
                .toList();
    }
}
