package custody.node.wiring;

import custody.node.configuration.WrongSetting;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import java.time.Instant;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of the packs that are there judges. A pack that is not there would judge nothing, and nobody would see it. */
final class ChosenPack {
    private static final Logger LOG = LoggerFactory.getLogger(ChosenPack.class);

    private ChosenPack() {}

    /**
     * The packs, when one of them has that id.
     *
     * @param say tells the person at the console that no version of it is in force: no mistake, but no law either
     */
    static Packs among(Packs packs, String id, Instant now, Consumer<String> say) {
        TreeSet<String> there = packs.all().stream()
                .filter(pack -> !packs.retired().contains(pack.hash()))
                .map(Pack::id)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!there.contains(id)) {
            throw new WrongSetting(
                    "rule-pack", "is the id of a rule pack that is there: " + String.join(", ", there) + "; not " + id);
        }
        if (packs.judging(id, now).isEmpty()) {
            LOG.atWarn().addKeyValue("pack", id).log("no version of the rule pack is in force");
            say.accept("No version of the rule pack " + id
                    + " is in force now: nobody apprehended now is judged by any law. There is: " + versions(packs, id)
                    + ".");
        }
        return packs;
    }

    private static String versions(Packs packs, String id) {
        return packs.all().stream()
                .filter(pack -> pack.id().equals(id))
                .map(pack -> id + " " + pack.version() + ", valid from " + pack.validFrom()
                        + (pack.validTo() == null ? "" : " to " + pack.validTo()))
                .collect(Collectors.joining("; "));
    }
}
