package custody.record.law.rules;

/**
 * An act of law that a pack's provisions begin with.
 *
 * @param cited how provisions cite it, {@code КПК} and {@code CPC}
 * @param name its name in full
 */
public record Act(Text cited, Text name) {}
