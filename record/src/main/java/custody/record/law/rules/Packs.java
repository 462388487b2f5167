package custody.record.law.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All packs in all their versions. An old version goes on judging the records it began with. */
public record Packs(List<Pack> all) {
    public Packs {
        all = all.stream()
                .sorted(Comparator.comparing(Pack::id).thenComparing(Pack::validFrom))
                .toList();
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
