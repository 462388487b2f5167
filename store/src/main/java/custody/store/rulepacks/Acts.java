package custody.store.rulepacks;

import custody.record.law.rules.Act;
import custody.record.law.rules.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The acts that a pack's provisions begin with, so that they can be cited in the other language too. A pack that names no
 * acts is cited as it is written; one that does must name them all, or some provision would stay untranslated unseen.
 */
final class Acts {
    private final boolean ukrainian;
    private final List<Act> acts;

    private Acts(boolean ukrainian, List<Act> acts) {
        this.ukrainian = ukrainian;
        this.acts = acts;
    }

    /** {@code КПК: {uk: …, en: …, cited: CPC}}; {@code cited} is how the other language cites it. */
    static Acts read(@Nullable Node node, String language) {
        boolean ukrainian = language.equals("uk");
        List<Act> acts = new ArrayList<>();
        if (node != null) {
            Block.of(node).all().forEach((cited, about) -> acts.add(act(cited, Block.of(about), ukrainian)));
        }
        return new Acts(ukrainian, acts);
    }

    private static Act act(String cited, Block about, boolean ukrainian) {
        String abroad = about.needText("cited");
        Text name = new Text(about.needText("uk"), about.needText("en"));
        about.done();
        return new Act(ukrainian ? new Text(cited, abroad) : new Text(abroad, cited), name);
    }

    List<Act> all() {
        return List.copyOf(acts);
    }

    /** A provision in both languages; the longest act that it begins with is the one it cites. */
    Text citation(Node node) {
        String provision = Block.text(node);
        if (acts.isEmpty()) {
            return new Text(provision, provision);
        }
        Optional<Act> act = acts.stream()
                .filter(candidate -> begins(provision, own(candidate)))
                .max(Comparator.comparingInt(candidate -> own(candidate).length()));
        return act.map(found -> cited(found, provision.substring(own(found).length())))
                .orElseThrow(() -> Block.at(
                        node, "the provision begins with no act that pack.yaml names under acts: " + provision));
    }

    private static boolean begins(String provision, String act) {
        return provision.equals(act) || provision.startsWith(act + " ");
    }

    private String own(Act act) {
        return ukrainian ? act.cited().uk() : act.cited().en();
    }

    private static Text cited(Act act, String place) {
        return new Text(act.cited().uk() + place, act.cited().en() + place);
    }
}
