package custody.record.law.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All packs in all their versions. An old version goes on judging the records it began with.
 *
 * @param all every text that is known, by id and beginning; what is retired stands behind the others
 * @param retired hashes of texts that judged here once and are no longer given: they judge only what no other does
 */
public record Packs(List<Pack> all, Set<String> retired) {
    public Packs {
        Set<String> old = Set.copyOf(retired);
        retired = old;
        all = all.stream()
                .sorted(Comparator.comparing(Pack::id)
                        .thenComparing(pack -> old.contains(pack.hash()))
                        .thenComparing(Pack::validFrom))
                .toList();
    }

    /** Packs of which none is retired. */
    public Packs(List<Pack> all) {
        this(all, Set.of());
    }

    /** These, and behind them texts that judged here once. */
    public Packs over(List<Pack> before) {
        List<Pack> gone = before.stream()
                .filter(pack -> exactly(pack.id(), pack.version(), pack.hash()).isEmpty())
                .toList();
        return new Packs(
                Stream.concat(all.stream(), gone.stream()).toList(),
                Set.copyOf(gone.stream().map(Pack::hash).toList()));
    }

    /** The version of that pack in force at the apprehension; it judges the record to its end. */
    public Optional<Pack> judging(String id, Instant apprehendedAt) {
        return all.stream()
                .filter(pack -> pack.id().equals(id) && pack.inForce(apprehendedAt))
                .findFirst();
    }

    /** The very pack a record was judged under. */
    public Optional<Pack> exactly(String id, String version, String hash) {
        return all.stream()
                .filter(pack -> pack.id().equals(id)
                        && pack.version().equals(version)
                        && pack.hash().equals(hash))
                .findFirst();
    }
}
