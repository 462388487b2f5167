package custody.node.configuration;

/** A setting that cannot be used; the message names it and the rule, for the person at the terminal. */
public final class WrongSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The setting's name, and what it must be. */
    public WrongSetting(String name, String rule) {
        super(name + ": " + rule);
    }
}
