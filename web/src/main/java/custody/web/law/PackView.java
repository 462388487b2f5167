package custody.web.law;

import custody.record.law.rules.Pack;
import custody.web.components.Row;
import java.time.Instant;
import java.util.List;
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
 * @param acts the acts its provisions begin with: as they are cited here, and their names
 * @param majority from when on a person is an adult
 * @param childhood until when a child is a small one; empty where the pack knows no such age
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
        List<Row> acts,
        String majority,
        String childhood,
        String hash,
        String changes) {
    public PackView {
        acts = List.copyOf(acts);
    }

    /** That version at an instant, its validity by the clocks of its country; {@code before} is the version before, or null. */
    public static PackView of(Pack pack, @Nullable Pack before, String judging, LawWords words, Instant now) {
        Instant to = pack.validTo();
        LawWords there = words.in(pack.zone());
        boolean inForce = pack.inForce(now);
        String state = inForce ? "law.in-force" : now.isBefore(pack.validFrom()) ? "law.not-yet" : "law.no-longer";
        String path = "/law/" + pack.id() + "/" + pack.version();
        return new PackView(
                path,
                pack.id(),
                pack.version(),
                words.text(pack.jurisdiction()),
                there.exact(pack.validFrom()),
                to == null ? "" : there.exact(to),
                words.say().say(state),
                inForce,
                pack.id().equals(judging),
                pack.rules().size(),
                acts(pack, words),
                words.majority(pack.majority()),
                pack.childhood() == null ? "" : words.childhood(pack.childhood()),
                pack.hash(),
                before == null ? "" : path + "/changes");
    }

    /** The acts that a pack's provisions begin with, as they are cited in the reader's language, and their names. */
    public static List<Row> acts(Pack pack, LawWords words) {
        return pack.acts().stream()
                .map(act -> new Row(words.text(act.cited()), words.text(act.name())))
                .filter(row -> !row.key().equals(row.value()))
                .toList();
    }
}
