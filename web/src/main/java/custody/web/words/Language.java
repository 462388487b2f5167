package custody.web.words;

import java.util.Locale;
import java.util.Optional;

/** Languages of the screens, the first one first. */
public enum Language {
    UK,
    EN;

    /** BCP 47 tag, as in {@code lang="uk"}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of that tag; a region after a hyphen is ignored. */
    public static Optional<Language> of(String tag) {
        String base = tag.strip().toLowerCase(Locale.ROOT).split("[-_;,]", 2)[0];
        for (Language language : values()) {
            if (language.tag().equals(base)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
