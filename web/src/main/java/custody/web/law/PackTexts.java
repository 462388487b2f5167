package custody.web.law;

import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The texts of packs beside each other: which judges, which took whose place, and how each is called where id and version are
 * those of two.
 *
 * @param packs all texts that are known
 */
public record PackTexts(Packs packs) {
    /** Digits of the hash that tell two texts of one version apart. */
    private static final int DIGITS = 16;

    /** Where a text stands; wire names are kebab-case. */
    public enum State {
        /** It judges who is apprehended now. */
        IN_FORCE,
        /** It will judge from its first instant on. */
        NOT_YET,
        /** Its time is over. */
        NO_LONGER,
        /** By its dates it might judge, but another text does; it judges the records that began under it. */
        REPLACED
    }

    /** How a text stands at an instant. */
    public State state(Pack pack, Instant now) {
        if (judges(pack, packs, now)) {
            return State.IN_FORCE;
        }
        Instant to = pack.validTo();
        if (to != null && !now.isBefore(to)) {
            return State.NO_LONGER;
        }
        return now.isBefore(pack.validFrom()) && judges(pack, packs, pack.validFrom()) ? State.NOT_YET : State.REPLACED;
    }

    /** The text that a page names; of several of one version, where no digits are named, the one before all others. */
    public Optional<Pack> find(String id, String version, String digits) {
        return packs.all().stream()
                .filter(pack -> pack.id().equals(id) && pack.version().equals(version))
                .filter(pack -> digits.isEmpty() || digits(pack).equals(digits))
                .findFirst();
    }

    /** The version, and the first digits of the hash where another text has the same. */
    public String name(Pack pack) {
        return isAlone(pack) ? pack.version() : pack.version() + " · " + digits(pack);
    }

    /** The page of a text, its own also where another has the same version. */
    public String path(Pack pack) {
        String path = "/law/" + pack.id() + "/" + pack.version();
        return isAlone(pack) ? path : path + "/" + digits(pack);
    }

    private static String digits(Pack pack) {
        return pack.hash().substring(0, DIGITS);
    }

    private boolean isAlone(Pack pack) {
        return others(pack).stream().noneMatch(other -> other.version().equals(pack.version()));
    }

    /**
     * The text whose place it took: the one behind it that begins with it; else the one that judged until it began; else the one
     * behind it that begins later, and never came to judge.
     */
    public Optional<Pack> before(Pack pack) {
        Instant begin = pack.validFrom();
        List<Pack> others = others(pack);
        List<Pack> beside = others.stream()
                .filter(other -> other.validFrom().equals(begin) && isBefore(pack, other, begin))
                .toList();
        List<Pack> earlier = others.stream()
                .filter(other -> other.validFrom().isBefore(begin) && !isBefore(other, pack, begin))
                .toList();
        return of(beside)
                .judging(pack.id(), begin)
                .or(() -> of(earlier).judging(pack.id(), begin.minusNanos(1)))
                .or(() -> earlier.stream().max(Comparator.comparing(Pack::validFrom)))
                .or(() -> others.stream()
                        .filter(other -> other.validFrom().isAfter(begin) && isBefore(pack, other, other.validFrom()))
                        .findFirst());
    }

    private List<Pack> others(Pack pack) {
        return packs.all().stream()
                .filter(other -> other.id().equals(pack.id()) && !isSame(other, pack))
                .toList();
    }

    /** Whether the first would judge at an instant if there were no other texts than the two. */
    private boolean isBefore(Pack first, Pack second, Instant at) {
        return first.inForce(at) && judges(first, of(List.of(first, second)), at);
    }

    private Packs of(List<Pack> some) {
        return new Packs(some, packs.behind());
    }

    private static boolean judges(Pack pack, Packs among, Instant at) {
        return among.judging(pack.id(), at).filter(judge -> isSame(judge, pack)).isPresent();
    }

    private static boolean isSame(Pack one, Pack other) {
        return one.id().equals(other.id())
                && one.version().equals(other.version())
                && one.hash().equals(other.hash());
    }
}
