package custody.record.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the person is, as far as it is known. Everything may be missing: a person without a name has a description.
 *
 * @param surname family name
 * @param givenName first name
 * @param patronymic patronymic
 * @param birthDate date of birth
 * @param estimatedAge age in years where no date of birth is known
 * @param ageDoubt whether there is doubt that the person is an adult
 * @param sex sex
 * @param citizenship country code, ISO 3166-1 alpha-2, or {@code XX} for a stateless person
 * @param document kind and number of the identity document
 * @param address where the person lives
 * @param languages languages the person understands, ISO 639-1
 * @param interpreterNeeded whether an interpreter is needed
 * @param disability disability that matters for custody
 * @param pregnant whether pregnant
 * @param dependentChildren children who depend on the person and need care now
 * @param specialStatuses statuses that give rise to duties (КПК 213, 482)
 * @param description what an unknown person looks like
 */
public record PersonDetails(
        @Nullable @Words(max = 100, lines = false) String surname,
        @Nullable @Words(max = 100, lines = false) String givenName,
        @Nullable @Words(max = 100, lines = false) String patronymic,
        @Nullable LocalDate birthDate,

        @Nullable @Between(min = 0, max = 120, unit = "years")
        Integer estimatedAge,

        @Nullable Boolean ageDoubt,
        @Nullable Sex sex,

        @Nullable @Coded(pattern = "[A-Z]{2}", example = "UA")
        String citizenship,

        @Nullable String document,
        @Nullable @Words(max = 500) String address,
        List<String> languages,
        @Nullable Boolean interpreterNeeded,
        @Nullable @Words(max = 500) String disability,
        @Nullable Boolean pregnant,
        @Nullable @Between(min = 0, max = 20) Integer dependentChildren,
        List<SpecialStatus> specialStatuses,
        @Nullable @Words(max = 1_000) String description) {

    public PersonDetails {
        languages = List.copyOf(languages);
        specialStatuses = List.copyOf(specialStatuses);
    }

    /** Somebody of whom no more than the name and the citizenship is known. */
    public static PersonDetails named(String surname, String givenName, String citizenship) {
        return new PersonDetails(
                surname,
                givenName,
                null,
                null,
                null,
                null,
                null,
                citizenship,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** Somebody of whom no more than the looks is known. */
    public static PersonDetails described(String looks) {
        return new PersonDetails(
                null, null, null, null, null, null, null, null, null, null, List.of(), null, null, null, null,
                List.of(), looks);
    }

    /** Who it is after a later entry: what that leaves open is known as before. */
    public PersonDetails identified(PersonDetails later) {
        return Identity.merged(this, later);
    }

    /** Whether only a description is known. */
    public boolean unknown() {
        return surname == null && givenName == null;
    }

    /** Sex, as written in the person's document. */
    public enum Sex {
        MALE,
        FEMALE
    }

    /** A status that changes whom the law wants told. */
    public enum SpecialStatus {
        JUDGE,
        ADVOCATE,
        MEMBER_OF_PARLIAMENT,
        SERVICEMAN,
        VETERAN,
        FORMER_CAPTIVE,
        INTELLIGENCE_STAFF,
        ENFORCEMENT_OFFICER,
        POLICE_OFFICER,
        ASYLUM_SEEKER
    }
}
