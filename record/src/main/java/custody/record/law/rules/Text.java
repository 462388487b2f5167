package custody.record.law.rules;

/** A text in both working languages. */
public record Text(String uk, String en) {}
