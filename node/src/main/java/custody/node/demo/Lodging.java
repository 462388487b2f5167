package custody.node.demo;

import custody.record.events.RoomCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;

/** Gives cells under the rules of separation: nobody beyond capacity, no two categories in one cell at one time. */
final class Lodging {
    /** A cell is aired and checked before the next person comes. */
    private static final Duration AIRING = Duration.ofMinutes(20);

    private record Stay(RoomCode cell, String category, Instant to) {}

    private final List<Stay> stays = new ArrayList<>();
    private final SequencedMap<RoomCode, Integer> capacities;

    Lodging(SequencedMap<RoomCode, Integer> capacities) {
        this.capacities = capacities;
    }

    /** Where the person is kept: a cell for days, the room for detainees for hours, a minor apart from adults. */
    RoomCode lodge(Plot plot, CastMember person, When when) {
        if (plot.with("minor")) {
            return DemoFacility.OBSERVATION;
        }
        Instant to = when.end().plus(AIRING);
        boolean hours = when.brief() || plot.basis().equals("police-care");
        String category = hours ? String.valueOf(person.sex()) : category(plot, person);
        // Where the others in the room for detainees are of the other sex, a cell serves for hours too.
        if (hours
                && others(DemoFacility.DETAINEES, when.housed()).stream()
                        .allMatch(stay -> stay.category().equals(category))) {
            stays.add(new Stay(DemoFacility.DETAINEES, category, to));
            return DemoFacility.DETAINEES;
        }
        RoomCode cell = capacities.keySet().stream()
                .filter(candidate -> fits(candidate, category, when.housed()))
                .max(Comparator.comparingInt((RoomCode candidate) -> company(candidate, when.housed()))
                        .thenComparingInt(candidate -> suited(candidate, category)))
                .orElseThrow(() -> new IllegalStateException("no cell is left for " + plot.key()));
        stays.add(new Stay(cell, category, to));
        return cell;
    }

    private boolean fits(RoomCode cell, String category, Instant from) {
        List<Stay> others = others(cell, from);
        return others.size() < capacities.getOrDefault(cell, 0)
                && others.stream().allMatch(stay -> stay.category().equals(category));
    }

    /** Most people are men who are suspected: they get the large cells, everyone else the small ones. */
    private int suited(RoomCode cell, String category) {
        int capacity = capacities.getOrDefault(cell, 0);
        return category.equals("MALE suspected") ? capacity : -capacity;
    }

    private int company(RoomCode cell, Instant from) {
        return others(cell, from).size();
    }

    /** Whoever is in the cell then; people are lodged in the order in which they come. */
    private List<Stay> others(RoomCode cell, Instant from) {
        return stays.stream()
                .filter(stay -> stay.cell().equals(cell) && from.isBefore(stay.to()))
                .toList();
    }

    private static String category(Plot plot, CastMember person) {
        if (plot.with("adult")) {
            return "age in doubt";
        }
        String held = switch (plot.basis()) {
            case "convicted" -> "convicted";
            case "administrative-arrest" -> "administrative";
            case "administrative", "migration" -> "foreigners";
            default -> "suspected";
        };
        return person.sex() + " " + held;
    }
}
