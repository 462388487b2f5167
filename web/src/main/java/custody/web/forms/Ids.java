package custody.web.forms;

/** Ids of controls, from the pointers that errors carry: {@code /fields/person/surname} is {@code fields-person-surname}. */
final class Ids {
    private Ids() {}

    static String ofPointer(String pointer) {
        return pointer.substring(1).replace('/', '-');
    }

    static String ofName(String parameter) {
        return parameter.replace('.', '-');
    }

    /** The pointer of a parameter: {@code fields.person.surname} is {@code /fields/person/surname}. */
    static String pointer(String parameter) {
        return "/" + parameter.replace('.', '/');
    }
}
