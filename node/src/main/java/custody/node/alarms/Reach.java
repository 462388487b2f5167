package custody.node.alarms;

import custody.node.alarms.channels.Channels;
import custody.record.catalogue.Wire;
import custody.record.desk.AlarmChannels;
import custody.record.law.Lawbook;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.Escalation.Rung;
import custody.record.law.rules.Escalation.Step;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom the channels of this node reach, of those to whom alerts climb by the law in force. */
final class Reach implements AlarmChannels {
    private static final Logger LOG = LoggerFactory.getLogger(Reach.class);

    private final Channels channels;
    private final Lawbook law;

    Reach(Channels channels, Lawbook law) {
        this.channels = channels;
        this.law = law;
    }

    @Override
    public List<String> names() {
        return channels.names();
    }

    @Override
    public List<Rung> unreached(Instant now) {
        return ladder(now)
                .distinct()
                .sorted()
                .filter(rung -> channels.reaching(rung).isEmpty())
                .toList();
    }

    private Stream<Rung> ladder(Instant now) {
        Stream<Escalation> ladders = law.packs().judging(law.pack(), now).stream()
                .flatMap(pack -> pack.rules().stream())
                .map(rule -> rule.heading().escalation());
        return Stream.concat(ladders, Stream.of(TellingOfCameras.LADDER))
                .flatMap(ladder -> ladder.steps().stream())
                .map(Step::to);
    }

    /** Tells the person at the console whom no message will reach, so that nobody takes an alert that climbed for one that was told. */
    void say(Instant now, Consumer<String> say) {
        List<Rung> unreached = unreached(now);
        if (unreached.isEmpty()) {
            return;
        }
        String rungs = unreached.stream().map(Wire::name).collect(Collectors.joining(", "));
        LOG.atWarn().addKeyValue("rungs", rungs).log("no channel of alarms reaches them");
        say.accept(
                names().isEmpty()
                        ? "No channel for alarms is set up: only open screens tell " + rungs + "."
                        : "No channel for alarms reaches " + rungs + ": only open screens tell them.");
    }
}
