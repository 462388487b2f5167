package custody.ledger.log;

/**
 * A time rule that an entry does not keep.
 *
 * @param rule which
 * @param millis by how much the clocks are apart, signed where direction matters: wall minus uptime for steps
 * @param explained whether a clock entry states this very step
 */
public record TimeFinding(TimeRule rule, long millis, boolean explained) {}
