package custody.web.video;

import custody.record.access.Relation;
import custody.record.access.Role;
import custody.record.access.Visible;
import custody.record.catalogue.Catalogue;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.web.forms.LocalTimes;
import custody.web.session.Visit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as addresses, people and records name them. */
final class Moments {
    /** A place on this site: a path, with a query or without, and nothing that could lead elsewhere. */
    private static final Pattern HERE = Pattern.compile("/(?:[A-Za-z0-9._~-]+/?)*(?:\\?[A-Za-z0-9._~%=&:+-]*)?");

    private Moments() {}

    /** A moment in an address: the typed one; a minute ago where it cannot be read. */
    static Instant read(String text, Visit visit) {
        return typed(text, visit).orElseGet(() -> visit.now().minus(1, ChronoUnit.MINUTES));
    }

    /** An instant, or a local date and time with a blank between, as people type it; empty where it is neither. */
    static Optional<Instant> typed(String text, Visit visit) {
        try {
            return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException local) {
            String[] parts = text.strip().split("[ T]+", 2);
            return parts.length == 2
                            && LocalTimes.read(
                                            parts[0],
                                            parts[1],
                                            "",
                                            visit.times().zone(),
                                            visit.now()
                                                    .atZone(visit.times().zone())
                                                    .toLocalDate())
                                    instanceof LocalTimes.Exactly(var time)
                    ? Optional.of(time.toInstant())
                    : Optional.empty();
        }
    }

    /** A path to go back to, if it is one of this site. */
    static String here(String path) {
        return HERE.matcher(path).matches() && !path.startsWith("//") ? path : "/video";
    }

    /** The events of a record, by name and time; what the visitor may see only in outline is named all the same. */
    static List<Moment> of(CustodyRecord record, Visit visit) {
        Role role = Role.of(visit.officer().category());
        Relation relation = visit.relation(record);
        return record.standing().stream()
                .filter(event -> Visible.to(role, relation, event, record::event) == Visible.FULL
                        || !event.performedBy().isEmpty()
                        || event.place() != null)
                .map(event -> of(event, visit))
                .toList();
    }

    private static Moment of(Event event, Visit visit) {
        return new Moment(
                event.occurredAt(),
                "event",
                Strips.exact(visit, event.occurredAt()),
                visit.wording().kind(Catalogue.kind(event.fact())));
    }
}
