package custody.video.health;

import java.util.ArrayList;
import java.util.List;

/**
 * What a grey frame is like.
 *
 * @param mean brightness, 0 to 255
 * @param deviation standard deviation of brightness; near 0 when nothing can be seen
 * @param sharpness variance of the Laplacian; small when nothing is in focus
 * @param layout what stands where: brightness of 16 by 9 fields less the mean of their row and column, divided by the deviation, so that
 *     two frames of the same view are alike whatever the light; empty when too little stands out to tell views apart
 */
public record PictureStatistics(double mean, double deviation, double sharpness, List<Double> layout) {
    private static final int COLUMNS = 16;
    private static final int ROWS = 9;
    /** Grey levels by which fields must differ. */
    private static final double LEAST_STRUCTURE = 2;

    private static final int FIELD = GreyFrame.WIDTH / COLUMNS;

    public PictureStatistics {
        layout = List.copyOf(layout);
    }

    public static PictureStatistics of(GreyFrame frame) {
        long sum = 0;
        long squares = 0;
        int count = GreyFrame.WIDTH * GreyFrame.HEIGHT;
        for (int i = 0; i < count; i++) {
            int value = frame.at(i);
            sum += value;
            squares += (long) value * value;
        }
        double mean = (double) sum / count;
        double deviation = Math.sqrt(Math.max(0, (double) squares / count - mean * mean));
        return new PictureStatistics(mean, deviation, sharpness(frame), layout(frame));
    }

    private static double sharpness(GreyFrame frame) {
        long sum = 0;
        long squares = 0;
        int count = 0;
        for (int y = 1; y < GreyFrame.HEIGHT - 1; y++) {
            for (int x = 1; x < GreyFrame.WIDTH - 1; x++) {
                int edge = 4 * frame.at(x, y)
                        - frame.at(x - 1, y)
                        - frame.at(x + 1, y)
                        - frame.at(x, y - 1)
                        - frame.at(x, y + 1);
                sum += edge;
                squares += (long) edge * edge;
                count++;
            }
        }
        double mean = (double) sum / count;
        return (double) squares / count - mean * mean;
    }

    private static List<Double> layout(GreyFrame frame) {
        var fields = new double[COLUMNS * ROWS];
        for (int y = 0; y < GreyFrame.HEIGHT; y++) {
            for (int x = 0; x < GreyFrame.WIDTH; x++) {
                fields[y / FIELD * COLUMNS + x / FIELD] += frame.at(x, y);
            }
        }
        centre(fields);
        double variance = 0;
        for (double field : fields) {
            variance += field * field / fields.length;
        }
        double deviation = Math.sqrt(variance);
        var layout = new ArrayList<Double>(fields.length);
        if (deviation / (FIELD * FIELD) >= LEAST_STRUCTURE) {
            for (double field : fields) {
                layout.add(field / deviation);
            }
        }
        return layout;
    }

    /** Takes out what a whole row or column has in common: a bright wall over a dark floor looks the same from everywhere. */
    private static void centre(double[] fields) {
        var rows = new double[ROWS];
        var columns = new double[COLUMNS];
        double mean = 0;
        for (int i = 0; i < fields.length; i++) {
            rows[i / COLUMNS] += fields[i] / COLUMNS;
            columns[i % COLUMNS] += fields[i] / ROWS;
            mean += fields[i] / fields.length;
        }
        for (int i = 0; i < fields.length; i++) {
            fields[i] += mean - rows[i / COLUMNS] - columns[i % COLUMNS];
        }
    }

    /** How alike two views are: 1 the same, 0 nothing in common. */
    double likeness(List<Double> other) {
        double sum = 0;
        for (int i = 0; i < layout.size(); i++) {
            sum += layout.get(i) * other.get(i);
        }
        return sum / layout.size();
    }
}
