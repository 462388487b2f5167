package custody.record.law.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All packs in all their versions. An old version goes on judging the records it began with.
 *
 * @param all every text that is known, by id and beginning; what is given stands before the layers behind it
 * @param behind hashes of texts that are not given, layer behind layer: each judges only what no layer before it does
 */
public record Packs(List<Pack> all, List<Set<String>> behind) {
    public Packs {
        List<Set<String>> layers = behind.stream().map(Set::copyOf).toList();
        behind = layers;
        all = all.stream()
                .sorted(Comparator.comparing(Pack::id)
                        .thenComparingInt(pack -> layer(layers, pack))
                        .thenComparing(Pack::validFrom))
                .toList();
    }

    /** Packs all of which are given. */
    public Packs(List<Pack> all) {
        this(all, List.of());
    }

    /** These, and behind all of them one more layer; what is among these already is left out of it. */
    public Packs over(List<Pack> before) {
        List<Pack> layer = before.stream()
                .filter(pack -> exactly(pack.id(), pack.version(), pack.hash()).isEmpty())
                .toList();
        Set<String> hashes = Set.copyOf(layer.stream().map(Pack::hash).toList());
        return new Packs(
                Stream.concat(all.stream(), layer.stream()).toList(),
                Stream.concat(behind.stream(), Stream.of(hashes)).toList());
    }

    /** Hashes of texts that are no longer given. */
    public Set<String> retired() {
        return behind.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static int layer(List<Set<String>> layers, Pack pack) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).contains(pack.hash())) {
                return i + 1;
            }
        }
        return 0;
    }

    /**
     * The version of that pack in force at the apprehension; it judges the record to its end. Of several that are no longer
     * given, the one that came into force last, and of those the one that stands first.
     */
    public Optional<Pack> judging(String id, Instant apprehendedAt) {
        return all.stream()
                .filter(pack -> pack.id().equals(id) && pack.inForce(apprehendedAt))
                .min(Comparator.comparingInt((Pack pack) -> layer(behind, pack))
                        .thenComparing(
                                pack -> layer(behind, pack) == 0 ? Instant.MIN : pack.validFrom(),
                                Comparator.reverseOrder()));
    }

    /** All versions of that pack, the newest first; what is no longer given stands behind what is. */
    public Stream<Pack> newestFirst(String id) {
        return all.stream()
                .filter(pack -> pack.id().equals(id))
                .sorted(Comparator.comparingInt((Pack pack) -> layer(behind, pack))
                        .thenComparing(Pack::validFrom, Comparator.reverseOrder()));
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
