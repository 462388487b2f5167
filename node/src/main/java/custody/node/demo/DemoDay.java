package custody.node.demo;

import custody.record.events.RoomCode;
import custody.record.places.Room;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is written at the demo's facility around one instant, the turn: what is past when the demo begins, and
 * what goes on while it runs. Pure: the same seed and turn give the same steps.
 *
 * @param turn where the past ends; UTC
 * @param steps all steps, by the time at which they are written, no two at the same millisecond
 */
public record DemoDay(Instant turn, List<Step> steps) {
    /** Detentions that have begun by the turn. */
    public static final int DETENTIONS = 40;

    /** The seed of the demo that {@code ./custody run --demo} shows. */
    public static final long SEED = 20_261_124L;

    public DemoDay {
        steps = List.copyOf(steps);
    }

    /** Invents the day of that seed around that turn, whole seconds of it. */
    public static DemoDay around(Instant wanted, long seed) {
        Instant turn = wanted.truncatedTo(ChronoUnit.SECONDS);
        Cast cast = Cast.of(seed, turn.atZone(DemoFacility.ZONE).toLocalDate());
        Phrases phrases = new Phrases(Sheet.read("phrases.txt"));
        Sheet scenes = Sheet.read("scenes.txt");
        Lodging lodging = new Lodging(cells());
        List<Plot> plots = Plot.all();
        SequencedMap<String, RoomCode> homes = new LinkedHashMap<>();
        plots.stream()
                .sorted(Comparator.comparing(plot -> When.of(plot, turn).housed()))
                .forEach(plot ->
                        homes.put(plot.key(), lodging.lodge(plot, cast.member(plot.key()), When.of(plot, turn))));
        List<Step> steps = new ArrayList<>();
        for (Plot plot : plots) {
            Random random = new Random(seed * 31 + plot.key().hashCode());
            RoomCode home = homes.getOrDefault(plot.key(), DemoFacility.DETAINEES);
            Story story = new Story(plot, cast.member(plot.key()), When.of(plot, turn), home, phrases, random);
            steps.addAll(new Telling(story, scenes).steps());
        }
        return new DemoDay(turn, apart(steps));
    }

    /** What is written by the turn. */
    public List<Step> past() {
        return steps.stream().filter(step -> !step.recordedAt().isAfter(turn)).toList();
    }

    /** What is written after the turn, while the demo runs. */
    public List<Step> ahead() {
        return steps.stream().filter(step -> step.recordedAt().isAfter(turn)).toList();
    }

    private static SequencedMap<RoomCode, Integer> cells() {
        return DemoFacility.facility().rooms().stream()
                .filter(room -> room.kind() == Room.Kind.CELL)
                .collect(Collectors.toMap(Room::code, Room::capacity, (a, _) -> a, LinkedHashMap::new));
    }

    /** Two officers never press the key in the same millisecond, so that the order is the same everywhere. */
    private static List<Step> apart(List<Step> steps) {
        List<Step> sorted = new ArrayList<>(steps);
        sorted.sort(Comparator.comparing((Function<Step, Instant>) Step::recordedAt));
        Instant last = Instant.MIN;
        for (int place = 0; place < sorted.size(); place++) {
            Step step = sorted.get(place);
            Instant at = step.recordedAt().isAfter(last) ? step.recordedAt() : last.plusMillis(1);
            sorted.set(place, new Step(at, step.who(), step.action(), step.refused()));
            last = at;
        }
        return sorted;
    }
}
