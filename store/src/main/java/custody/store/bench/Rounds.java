package custody.store.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Layers measured in turn, round by round, so that what disturbs the machine disturbs all of them.
 *
 * @param names of the layers, the baseline first
 * @param rates events by second, a list of rounds for each layer
 */
record Rounds(List<String> names, List<List<Double>> rates) {

    /** Measures, after a warm-up of one turn that is not counted. */
    static Rounds of(List<Layer> layers, int rounds, double seconds) throws SQLException, InterruptedException {
        List<List<Double>> rates = new ArrayList<>();
        for (Layer layer : layers) {
            layer.eventsPerSecond(seconds);
            rates.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (int layer = 0; layer < layers.size(); layer++) {
                rates.get(layer).add(layers.get(layer).eventsPerSecond(seconds));
            }
        }
        return new Rounds(layers.stream().map(Layer::name).toList(), rates);
    }

    /** Median over the rounds of a layer's rate by the baseline's of the same round. */
    private double ratio(int layer) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rates.get(layer).size(); round++) {
            ratios.add(rates.get(layer).get(round) / rates.getFirst().get(round));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (int layer = 0; layer < names.size(); layer++) {
            lines.append(String.format(
                    Locale.ROOT,
                    "  %-40s %,10.0f events/s   %.2f%n",
                    names.get(layer),
                    median(rates.get(layer)),
                    ratio(layer)));
        }
        return lines.toString();
    }
}
