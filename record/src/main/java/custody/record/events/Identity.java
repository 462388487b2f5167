package custody.record.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges what an identification adds. What protects a person is not lost because a later entry leaves it open. */
final class Identity {
    private Identity() {}

    static PersonDetails merged(PersonDetails was, PersonDetails now) {
        // Who is described anew and not named turned out to be nobody that is known: a false name goes, nothing else.
        boolean renamed = now.unknown() && now.description() != null;
        return new PersonDetails(
                renamed ? null : or(now.surname(), was.surname()),
                renamed ? null : or(now.givenName(), was.givenName()),
                renamed ? null : or(now.patronymic(), was.patronymic()),
                or(now.birthDate(), was.birthDate()),
                or(now.estimatedAge(), was.estimatedAge()),
                ageDoubt(was, now),
                or(now.sex(), was.sex()),
                or(now.citizenship(), was.citizenship()),
                or(now.document(), was.document()),
                or(now.address(), was.address()),
                or(now.languages(), was.languages()),
                or(now.interpreterNeeded(), was.interpreterNeeded()),
                or(now.disability(), was.disability()),
                or(now.pregnant(), was.pregnant()),
                or(now.dependentChildren(), was.dependentChildren()),
                or(now.specialStatuses(), was.specialStatuses()),
                or(now.description(), was.description()));
    }

    /** A birth date that comes without a doubt of its own settles an earlier doubt. */
    private static @Nullable Boolean ageDoubt(PersonDetails was, PersonDetails now) {
        return (now.ageDoubt() != null || now.birthDate() != null) ? now.ageDoubt() : was.ageDoubt();
    }

    private static <T> @Nullable T or(@Nullable T now, @Nullable T was) {
        return now == null ? was : now;
    }

    private static <T> List<T> or(List<T> now, List<T> was) {
        return now.isEmpty() ? was : now;
    }
}
