package custody.web.house;

import custody.record.desk.RaisedAlert;
import custody.record.desk.RaisedAlerts;
import custody.record.desk.Reading;
import custody.record.desk.WaitingMessage;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.law.rules.Escalation.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Alerts in memory, as a test puts them. */
public final class InMemoryAlerts implements RaisedAlerts {
    private final List<RaisedAlert> alerts = new CopyOnWriteArrayList<>();
    private final List<WaitingMessage> waiting = new CopyOnWriteArrayList<>();
    private final Set<Heard> heard = ConcurrentHashMap.newKeySet();
    private final List<Reading> looks = new CopyOnWriteArrayList<>();
    private final List<Consumer<Told>> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Settled>> settling = new CopyOnWriteArrayList<>();

    /** Puts one in, in place of what has the same event. */
    public void put(RaisedAlert alert) {
        alerts.removeIf(there -> there.event().equals(alert.event()));
        alerts.add(alert);
    }

    /** A message that did not arrive. */
    public void put(WaitingMessage message) {
        waiting.add(message);
    }

    /** An alert that somebody on a rung was told of, by a message or a screen. */
    private record Heard(EventId event, Rung rung) {}

    /** A message of that alert arrived on that rung. */
    public void arrived(EventId event, Rung rung) {
        heard.add(new Heard(event, rung));
    }

    /** Forgets everything. */
    public void clear() {
        heard.clear();
        alerts.clear();
        waiting.clear();
        looks.clear();
    }

    /** Looks taken. */
    public List<Reading> looks() {
        return new ArrayList<>(looks);
    }

    /** How many screens listen. */
    public int listening() {
        return watchers.size();
    }

    /** Tells the screens. */
    public void tell(Told told) {
        watchers.forEach(watcher -> watcher.accept(told));
    }

    @Override
    public List<RaisedAlert> open(FacilityCode facility, Reading reading) {
        looks.add(reading);
        return List.copyOf(alerts);
    }

    @Override
    public Optional<RaisedAlert> find(EventId event, FacilityCode facility, Reading reading) {
        looks.add(reading);
        return alerts.stream().filter(alert -> alert.event().equals(event)).findFirst();
    }

    @Override
    public List<EventId> unheeded(FacilityCode facility, Rung rung) {
        return alerts.stream()
                .filter(alert -> alert.acknowledged().isEmpty()
                        && alert.rung() != null
                        && alert.rung().compareTo(rung) >= 0)
                .map(RaisedAlert::event)
                .toList();
    }

    @Override
    public void heard(FacilityCode facility, Rung rung, List<EventId> shown) {
        alerts.stream()
                .filter(alert -> shown.contains(alert.event()))
                .filter(alert -> alert.rung() != null && alert.rung().compareTo(rung) >= 0)
                .forEach(alert -> heard.add(new Heard(alert.event(), rung)));
    }

    @Override
    public Set<EventId> unreached(FacilityCode facility) {
        return alerts.stream()
                .filter(alert -> alert.rung() != null && !heard.contains(new Heard(alert.event(), alert.rung())))
                .map(RaisedAlert::event)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<WaitingMessage> waiting(FacilityCode facility) {
        return List.copyOf(waiting);
    }

    @Override
    public AutoCloseable watchSettling(Consumer<Settled> watcher) {
        settling.add(watcher);
        return () -> settling.remove(watcher);
    }

    /** Tells pages that something was settled. */
    public void tell(Settled settled) {
        settling.forEach(watcher -> watcher.accept(settled));
    }

    @Override
    public AutoCloseable watch(Consumer<Told> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
