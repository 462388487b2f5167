package custody.store.rulepacks;

/**
 * What is wrong with a rule pack, and where.
 *
 * @param file path below the folder of rule packs
 * @param line line in the file, from 1; 0 where the whole file is meant
 * @param rule id of the rule; empty where it has none
 * @param message what is wrong, in words
 */
public record Problem(String file, int line, String rule, String message) {
    @Override
    public String toString() {
        String where = line == 0 ? file : file + ":" + line;
        return rule.isEmpty() ? where + ": " + message : where + ": rule " + rule + ": " + message;
    }
}
