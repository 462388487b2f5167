package custody.node.wiring;

import custody.node.configuration.WrongSetting;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which of the packs that are there judges. A pack that is not there would judge nothing, and nobody would see it. */
final class ChosenPack {
    private ChosenPack() {}

    /** The packs, when one of them has that id. */
    static Packs among(Packs packs, String id) {
        TreeSet<String> there = packs.all().stream()
                .filter(pack -> !packs.retired().contains(pack.hash()))
                .map(Pack::id)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!there.contains(id)) {
            throw new WrongSetting(
                    "rule-pack", "is the id of a rule pack that is there: " + String.join(", ", there) + "; not " + id);
        }
        return packs;
    }
}
