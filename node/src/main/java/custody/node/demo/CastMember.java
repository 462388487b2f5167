package custody.node.demo;

import custody.record.events.PersonDetails;
import custody.record.events.PersonDetails.Sex;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invented person.
 *
 * @param key names the person, and the record that is opened about the person
 * @param details all that is ever established
 * @param unknown what is seen of a person who gives no name at first; null for others
 */
public record CastMember(
        String key, PersonDetails details, @Nullable String unknown) {

    Sex sex() {
        return Objects.requireNonNull(details.sex());
    }

    /** What is known when the record is opened: the few fields of a booking, or a description. */
    PersonDetails atFirst() {
        if (unknown != null) {
            return Persons.of("person.description", unknown, "person.sex", word(sex()));
        }
        return Persons.of(
                "person.surname", details.surname(),
                "person.givenName", details.givenName(),
                "person.patronymic", details.patronymic(),
                "person.birthDate", text(details.birthDate()),
                "person.estimatedAge", details.estimatedAge(),
                "person.sex", word(sex()),
                "person.citizenship", details.citizenship());
    }

    private static String word(Sex sex) {
        return sex == Sex.MALE ? "male" : "female";
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
