package custody.record.desk;

import custody.record.law.rules.Escalation.Rung;
import java.time.Instant;
import java.util.List;

/** Whom alerts can reach outside the screens. Safe for many threads. */
public interface AlarmChannels {

    /** Names of the channels that are set up, as {@link WaitingMessage#channel} says them; none where alerts stay on the screens. */
    List<String> names();

    /** Rungs of the ladders in force then that no channel reaches, the lowest first. */
    List<Rung> unreached(Instant now);
}
