package custody.node.demo;

import custody.node.demo.Desk.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Steps that may be written at the same time, since none waits for another. */
final class Together {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final int MOST = 16;

    private Together() {}

    /** Neighbours in time, each of another record, in their order. */
    static List<List<Step>> groups(List<Step> steps) {
        List<List<Step>> groups = new ArrayList<>();
        List<Step> group = new ArrayList<>();
        Set<String> records = new HashSet<>();
        for (Step step : steps) {
            boolean fits = !group.isEmpty()
                    && group.size() < MOST
                    && !records.contains(step.action().record())
                    && Duration.between(group.getFirst().recordedAt(), step.recordedAt())
                                    .compareTo(WITHIN)
                            <= 0;
            if (!fits && !group.isEmpty()) {
                groups.add(List.copyOf(group));
                group.clear();
                records.clear();
            }
            group.add(step);
            records.add(step.action().record());
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }

    /** The answer, or the fault of the store that it met. */
    static Answer answer(Future<Answer> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the play was interrupted", stopped);
        }
    }
}
