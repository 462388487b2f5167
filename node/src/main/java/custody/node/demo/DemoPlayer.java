package custody.node.demo;

import custody.node.demo.Desk.Answer;
import custody.record.desk.Receipt;
import custody.record.detention.Refusal.OccursInFuture;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Plays the steps of a day at a desk, in their order. Every step has its own request key, made of the run's name and its
 * place, so that a run that was cut off is played again under the same name and writes nothing twice. One thread owns it.
 */
public final class DemoPlayer {

    /** Waits until it is time for the next step; returns false when the play is to end. */
    public interface Waiting {
        boolean until(Instant due);
    }

    /** An event's place in a stored record. */
    private record Place(RecordId record, int version) {}

    private final Desk desk;
    private final String run;
    private final Map<String, RecordId> records = new HashMap<>();
    private final Map<EventId, Place> places = new HashMap<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<String> surprises = new ArrayList<>();
    private int stored;
    private int refusedAsMeant;
    private int played;

    /**
     * A player at that desk.
     *
     * @param run 1–150 visible ASCII characters; the same run of the same day writes nothing twice
     */
    public DemoPlayer(Desk desk, String run) {
        this.desk = desk;
        this.run = run;
    }

    /** Plays as fast as the desk answers. {@code clock} is set to each step's time before the step is written. */
    public Played play(List<Step> steps, Consumer<Instant> clock) {
        for (Step step : steps) {
            clock.accept(step.recordedAt());
            write(step, new Linking(this::stored, time -> time));
        }
        return played();
    }

    /**
     * Plays as fast as a desk answers that has a clock of its own, {@code now}. A slip of the pen into the future stays as
     * far ahead of its writing as it was, however long the play takes; everything else was when it was.
     */
    public Played playNow(List<Step> steps, InstantSource now) {
        for (Step step : steps) {
            Instant writing = now.instant();
            boolean slip = OccursInFuture.class.equals(step.refused());
            write(step, new Linking(this::stored, time -> slip ? ahead(time, step, writing) : time));
        }
        return played();
    }

    private static Instant ahead(Instant time, Step step, Instant writing) {
        return time.isAfter(step.recordedAt()) ? writing.plus(Duration.between(step.recordedAt(), time)) : time;
    }

    /**
     * Plays fast where many hands are faster than one: steps of different records that lie within a minute are written at
     * once, under the time of the last of them. The desk must be safe for many threads.
     */
    public Played playTogether(List<Step> steps, Consumer<Instant> clock) {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<Step> group : Together.groups(steps)) {
                clock.accept(group.getLast().recordedAt());
                List<Future<Answer>> answers = new ArrayList<>();
                for (Step step : group) {
                    int place = played + answers.size() + 1;
                    answers.add(hands.submit(() -> asked(step, place, new Linking(this::stored, time -> time))));
                }
                // Heard only once all have answered: until then the others read what this remembers.
                List<Answer> all = answers.stream().map(Together::answer).toList();
                for (int one = 0; one < group.size(); one++) {
                    heard(group.get(one), ++played, all.get(one));
                }
            }
        }
        return played();
    }

    /** Plays at a pace, against the clock on the wall, until the steps or {@code waiting} end. */
    public Played play(List<Step> steps, Pace pace, Waiting waiting) {
        for (Step step : steps) {
            if (!waiting.until(pace.of(step.recordedAt()))) {
                return played();
            }
            write(step, new Linking(this::stored, time -> paced(time, step, pace)));
        }
        return played();
    }

    /** What lies ahead when it is written (until when, or a slip of the pen) stays as far ahead as it was. */
    private static Instant paced(Instant time, Step step, Pace pace) {
        return time.isAfter(step.recordedAt())
                ? pace.of(step.recordedAt()).plus(Duration.between(step.recordedAt(), time))
                : pace.of(time);
    }

    /** What has been played so far. */
    public Played played() {
        return new Played(stored, refusedAsMeant, surprises, receipts);
    }

    private void write(Step step, Linking linking) {
        int place = ++played;
        heard(step, place, asked(step, place, linking));
    }

    private Answer asked(Step step, int place, Linking linking) {
        String key = run + "-" + place;
        return switch (step.action()) {
            case Action.Open(String _, var booking) -> desk.open(linking.linked(booking), step.who(), key);
            case Action.Add(String record, String _, var draft) ->
                desk.add(record(record), linking.linked(draft), step.who(), key);
        };
    }

    private void heard(Step step, int place, Answer answer) {
        switch (answer) {
            case Answer.Stored outcome -> remember(step, place, outcome);
            case Answer.Refused(String _) when step.refused() != null -> refusedAsMeant++;
            case Answer.Refused(String problem) -> surprises.add("step " + place + " was refused: " + problem);
        }
    }

    private void remember(Step step, int place, Answer.Stored outcome) {
        receipts.addAll(outcome.receipts());
        if (step.refused() != null) {
            surprises.add("step " + place + " was stored, though meant to meet "
                    + step.refused().getSimpleName());
            return;
        }
        stored++;
        switch (step.action()) {
            case Action.Open(String record, var booking) -> {
                records.put(record, outcome.record());
                List<String> names = booking.deliveredAt() == null
                        ? List.of("apprehended")
                        : List.of("apprehended", "delivered", "registered");
                for (int version = 1; version <= names.size(); version++) {
                    places.put(
                            EventNames.placeholder(record, names.get(version - 1)),
                            new Place(outcome.record(), version));
                }
            }
            case Action.Add(String record, String event, var _) ->
                places.put(EventNames.placeholder(record, event), new Place(outcome.record(), outcome.version()));
        }
    }

    /** A name that was never stored stays as it is, and is refused as an unknown event. */
    private EventId stored(EventId placeholder) {
        Place place = places.get(placeholder);
        return place == null ? placeholder : desk.event(place.record(), place.version());
    }

    private RecordId record(String name) {
        RecordId record = records.get(name);
        if (record == null) {
            throw new IllegalStateException("record " + name + " was not opened");
        }
        return record;
    }
}
