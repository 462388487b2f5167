package custody.store.records;

import custody.record.events.Event;
import custody.record.events.SystemFact.AlertAcknowledged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The part of a batch's transaction that lets people be told: an alert is written with the event that raises it. */
final class AlertScript {
    private static final String RAISED = """
            INSERT INTO alert (record_id, version, event_id, facility, kind, rule, provision, due, percent, pack,
                came_true_at, raised_at, next_step_at, heard)
            SELECT r, v, e, f, k, u, p, d::timestamptz, c, a, t::timestamptz, w::timestamptz,
                CASE WHEN k <> 'QUESTION' THEN w::timestamptz END, 0
            FROM unnest(?::uuid[], ?::integer[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::integer[], ?::text[], ?::text[], ?::text[]) AS x(r, v, e, f, k, u, p, d, c, a, t, w)""";
    private static final String ACKNOWLEDGED = """
            UPDATE alert SET acknowledged_by = b, acknowledged_at = t::timestamptz, next_step_at = NULL
            FROM unnest(?::uuid[], ?::text[], ?::text[]) AS x(e, b, t)
            WHERE event_id = e AND acknowledged_at IS NULL""";

    private AlertScript() {}

    /** An event of the batch with what it says. */
    private record Raised(Event event, String facility, SaidAlert said) {}

    static void write(Script script, Batch batch) {
        List<Raised> raised = new ArrayList<>();
        List<Event> acknowledged = new ArrayList<>();
        for (Settled settled : batch.settled()) {
            for (Entry entry : settled.entries()) {
                if (entry instanceof Entry.Happened(Event event)) {
                    SaidAlert.of(event.fact())
                            .ifPresent(said -> raised.add(new Raised(event, facility(batch, event), said)));
                    if (event.fact() instanceof AlertAcknowledged) {
                        acknowledged.add(event);
                    }
                }
            }
        }
        raised(script, raised);
        acknowledged(script, acknowledged);
    }

    private static String facility(Batch batch, Event event) {
        return batch.projections().stream()
                .map(projection -> projection.kept().record())
                .filter(record -> record.id().equals(event.record()))
                .map(record -> record.number().facility().code())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an event of a record that did not change"));
    }

    private static void raised(Script script, List<Raised> raised) {
        if (raised.isEmpty()) {
            return;
        }
        script.then(RAISED)
                .with("uuid", column(raised, each -> each.event().record().value(), UUID[]::new));
        script.with("integer", column(raised, each -> each.event().version(), Integer[]::new));
        script.with("uuid", column(raised, each -> each.event().id().value(), UUID[]::new));
        script.with("text", column(raised, Raised::facility, String[]::new));
        script.with("text", column(raised, each -> each.said().kind().name(), String[]::new));
        script.with("text", column(raised, each -> each.said().rule(), String[]::new));
        script.with("text", column(raised, each -> each.said().provision(), String[]::new));
        script.with("text", column(raised, each -> text(each.said().due()), String[]::new));
        script.with("integer", column(raised, each -> each.said().percent(), Integer[]::new));
        script.with("text", column(raised, each -> each.said().pack(), String[]::new));
        script.with("text", column(raised, each -> text(each.event().occurredAt()), String[]::new));
        script.with("text", column(raised, each -> text(each.event().recordedAt()), String[]::new));
    }

    private static void acknowledged(Script script, List<Event> acknowledged) {
        if (acknowledged.isEmpty()) {
            return;
        }
        script.then(ACKNOWLEDGED).with("uuid", events(acknowledged));
        script.with("text", column(acknowledged, event -> event.recordedBy().number(), String[]::new));
        script.with("text", column(acknowledged, event -> text(event.recordedAt()), String[]::new));
    }

    private static UUID[] events(List<Event> acknowledged) {
        return acknowledged.stream()
                .map(event -> ((AlertAcknowledged) event.fact()).alert().value())
                .toArray(UUID[]::new);
    }

    private static <S, T> T[] column(
            List<S> lines, Function<S, ? extends @Nullable Object> part, IntFunction<T[]> array) {
        return lines.stream().map(part).toArray(array);
    }

    /** The database keeps microseconds and would round. */
    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
