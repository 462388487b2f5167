package custody.record.law;

import custody.record.events.SystemFact;
import custody.record.law.rules.Escalation;
import java.time.Instant;

/**
 * A warning or breach that is not written yet.
 *
 * @param fact what to append to the record
 * @param at when it came true; the gap to the moment of writing is how late the node woke up
 * @param escalation who is told
 */
public record Alert(SystemFact fact, Instant at, Escalation escalation) {}
