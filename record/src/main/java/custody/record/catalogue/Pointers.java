package custody.record.catalogue;

/** RFC 6901 pointers of canonical names: {@code person.surname} is {@code /person/surname}. */
public final class Pointers {
    private Pointers() {}

    /** Pointer of a field within its own object. */
    public static String of(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1").replace('.', '/');
    }

    /** Pointer of a kind's field within an event. */
    public static String field(String name) {
        return "/fields" + of(name);
    }
}
