package custody.record.law.rules;

/**
 * Where a rule comes from.
 *
 * @param certainty how surely
 * @param text what was read, and where
 */
public record Source(Certainty certainty, String text) {}
