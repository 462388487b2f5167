package custody.web.pages;

import custody.record.events.PersonDetails;
import custody.web.words.Wording;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a person is called on a screen. */
final class PersonNames {
    private PersonNames() {}

    /** Surname, given name, patronymic; a person without a name is called unknown. */
    static String full(PersonDetails person, Wording wording) {
        if (person.unknown()) {
            return wording.say("person.unknown");
        }
        return Stream.of(person.surname(), person.givenName(), person.patronymic())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** First letters of surname and given name; a question mark for a person without a name. */
    static String initials(PersonDetails person) {
        if (person.unknown()) {
            return "?";
        }
        return Stream.of(person.surname(), person.givenName())
                .filter(part -> part != null && !part.isBlank())
                .map(part -> new String(Character.toChars(part.codePointAt(0))))
                .collect(Collectors.joining());
    }
}
