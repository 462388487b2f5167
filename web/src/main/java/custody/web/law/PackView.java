package custody.web.law;

import custody.record.law.rules.Pack;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of one pack, on a line.
 *
 * @param path its page
 * @param id pack
 * @param version version
 * @param jurisdiction whose law
 * @param from from when it is in force, local
 * @param to until when; empty while open
 * @param state in words: in force, not yet, no longer
 * @param inForce whether it judges who is apprehended now
 * @param judges whether records here are judged by this pack
 * @param rules how many rules it has
 * @param hash SHA-256 of its files
 * @param changes page that tells it from the version before; empty where there is none
 */
public record PackView(
        String path,
        String id,
        String version,
        String jurisdiction,
        String from,
        String to,
        String state,
        boolean inForce,
        boolean judges,
        int rules,
        String hash,
        String changes) {

    /** That version at an instant; {@code before} is the version before, or null. */
    public static PackView of(Pack pack, @Nullable Pack before, String judging, LawWords words, Instant now) {
        Instant to = pack.validTo();
        boolean inForce = pack.inForce(now);
        String state = inForce ? "law.in-force" : now.isBefore(pack.validFrom()) ? "law.not-yet" : "law.no-longer";
        String path = "/law/" + pack.id() + "/" + pack.version();
        return new PackView(
                path,
                pack.id(),
                pack.version(),
                pack.jurisdiction(),
                words.exact(pack.validFrom()),
                to == null ? "" : words.exact(to),
                words.say().say(state),
                inForce,
                pack.id().equals(judging),
                pack.rules().size(),
                pack.hash(),
                before == null ? "" : path + "/changes");
    }
}
