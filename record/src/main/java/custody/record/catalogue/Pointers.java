package custody.record.catalogue;

/** RFC 6901 pointers of canonical names: {@code person.surname} is {@code /fields/person/surname}. */
public final class Pointers {
    private Pointers() {}

    /** Pointer of a kind's field. */
    public static String field(String name) {
        return "/fields/" + name.replace("~", "~0").replace("/", "~1").replace('.', '/');
    }
}
