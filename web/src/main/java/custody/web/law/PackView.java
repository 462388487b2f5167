package custody.web.law;

import custody.record.catalogue.Wire;
import custody.record.law.rules.Pack;
import custody.web.components.Row;
import java.time.Instant;
import java.util.List;

/**
 * One text of one version of one pack, on a line.
 *
 * @param path its page
 * @param id pack
 * @param version version
 * @param name version, with digits of the hash where another text has the same
 * @param jurisdiction whose law
 * @param from from when it is valid, local
 * @param to until when; empty while open
 * @param state in words: in force, not yet, no longer, or only for records that began under it
 * @param inForce whether it judges who is apprehended now
 * @param judges whether records here are judged by this pack
 * @param rules how many rules it has
 * @param acts the acts its provisions begin with: as they are cited here, and their names
 * @param majority from when on a person is an adult
 * @param childhood until when a child is a small one; empty where the pack knows no such age
 * @param hash SHA-256 of its files
 * @param changes page that tells it from the text whose place it took; empty where there is none
 */
public record PackView(
        String path,
        String id,
        String version,
        String name,
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

    /** That text at an instant, its validity by the clocks of its country. */
    public static PackView of(Pack pack, PackTexts texts, String judging, LawWords words, Instant now) {
        Instant to = pack.validTo();
        LawWords there = words.in(pack.zone());
        PackTexts.State state = texts.state(pack, now);
        String path = texts.path(pack);
        return new PackView(
                path,
                pack.id(),
                pack.version(),
                texts.name(pack),
                words.text(pack.jurisdiction()),
                there.exact(pack.validFrom()),
                to == null ? "" : there.exact(to),
                words.say().say("law." + Wire.name(state)),
                state == PackTexts.State.IN_FORCE,
                pack.id().equals(judging),
                pack.rules().size(),
                acts(pack, words),
                words.majority(pack.majority()),
                pack.childhood() == null ? "" : words.childhood(pack.childhood()),
                pack.hash(),
                texts.before(pack).isEmpty() ? "" : path + "/changes");
    }

    /** The acts that a pack's provisions begin with, as they are cited in the reader's language, and their names. */
    public static List<Row> acts(Pack pack, LawWords words) {
        return pack.acts().stream()
                .map(act -> new Row(words.text(act.cited()), words.text(act.name())))
                .filter(row -> !row.key().equals(row.value()))
                .toList();
    }
}
