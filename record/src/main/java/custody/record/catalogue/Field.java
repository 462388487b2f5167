package custody.record.catalogue;

/**
 * One field of a kind.
 *
 * @param name canonical name; a nested value's parts are joined with a dot, {@code person.surname}
 * @param type what it takes
 * @param demand how much it is wanted
 */
public record Field(String name, FieldType type, Demand demand) {

    /** How much a field is wanted. */
    public enum Demand {
        /** Without it the entry says nothing and is refused. */
        REQUIRED,
        /** Without it the entry is kept and shown as incomplete. */
        EXPECTED,
        /** Nobody asks. */
        OPTIONAL
    }
}
