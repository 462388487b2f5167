package custody.store.rulepacks;

import custody.record.desk.Reading;
import custody.record.events.Badge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Cases of a rule that is kept at every read: who looks in which way, and what the ledger says of it. */
public record LookCases(String name, String provision, String rule, List<Looked> cases) implements Cases {

    /** Every way in which data of people in custody, or pictures of them, leave the store. */
    public enum Way {
        RECORD,
        RECORD_THAT_IS_NOT_THERE,
        WHITEBOARD,
        IN_CUSTODY,
        OWING,
        /** How many people are in each room. */
        ROOM_COUNTS,
        SEARCH_HERE,
        SEARCH_EVERYWHERE,
        ALERTS,
        ALERT,
        CAMERA_LIVE,
        /** Until when somebody watched. */
        CAMERA_WATCHED,
        CAMERA_PLAYBACK,
        CAMERA_SNAPSHOT,
        /** Somebody asked for a file. */
        CAMERA_EXPORT_ASKED,
        CAMERA_EXPORT,
        /** Somebody asked for a picture who may not see it. */
        CAMERA_REFUSED,
        RECEIPTS,
        UNHEEDED_ALERTS,
        WAITING_MESSAGES,
        WHO_LOOKED,
        /** The node itself, to compute its clocks. */
        NODE
    }

    /** What an entry names beside the person who looked. */
    public enum About {
        /** The one record that was looked at. */
        RECORD,
        /** The facility whose people were looked at. */
        FACILITY,
        /** Nobody in particular: people of all facilities. */
        EVERYWHERE
    }

    /**
     * What the entry must say.
     *
     * @param what the beginning of what it says was looked at
     */
    public record Entered(About about, String what) {}

    /** One case: a look, and its entry; empty where none is written. */
    public record Looked(int line, String name, Way way, Reading reading, Optional<Entered> entry) {}

    static LookCases read(Source source) {
        List<Looked> cases = new ArrayList<>();
        for (Block block : source.cases()) {
            cases.add(looked(block));
            block.done();
        }
        return new LookCases(source.name(), source.provision(), source.rule().id(), List.copyOf(cases));
    }

    private static Looked looked(Block block) {
        Block who = Block.of(block.need("who"));
        Reading reading = new Reading(
                Block.parsed(who.need("badge"), "a badge of seven digits", Badge::new),
                who.needText("post"),
                Words.choice(Reading.Purpose.class, who.need("purpose"), "purpose"),
                who.needText("page"));
        who.done();
        return new Looked(
                Block.line(block.node()),
                block.needText("name"),
                Words.choice(Way.class, block.need("look"), "look"),
                reading,
                entry(block.need("expect")));
    }

    /** The word none, or what the entry is about and says. */
    private static Optional<Entered> entry(Node node) {
        if (node instanceof org.yaml.snakeyaml.nodes.ScalarNode
                && Block.text(node).equals("none")) {
            return Optional.empty();
        }
        Block block = Block.of(node);
        Entered entered = new Entered(Words.choice(About.class, block.need("about"), "about"), block.needText("what"));
        block.done();
        return Optional.of(entered);
    }
}
