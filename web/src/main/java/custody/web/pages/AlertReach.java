package custody.web.pages;

import custody.record.catalogue.Wire;
import custody.record.desk.AlarmChannels;
import custody.record.events.EventId;
import custody.web.session.Visit;
import custody.web.words.Wording;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom alerts reach, so that nobody takes what climbed for what was told.
 *
 * @param channels whether any channel is set up
 * @param silent rungs of the ladder in force that no channel reaches, in words; empty where each is reached
 * @param unreached alerts on whose rung nobody was reached
 */
public record AlertReach(boolean channels, String silent, Set<EventId> unreached) {
    public AlertReach {
        unreached = Set.copyOf(unreached);
    }

    static AlertReach of(AlarmChannels channels, Set<EventId> unreached, Visit visit) {
        Wording say = visit.wording();
        String silent = channels.unreached(visit.now()).stream()
                .map(rung -> say.say("alerts.rung." + Wire.name(rung)))
                .collect(Collectors.joining(", "));
        return new AlertReach(!channels.names().isEmpty(), silent, unreached);
    }
}
