package custody.store.keys;

import java.util.Locale;

/** What a data key is for; part of what its wrapping authenticates. */
public enum KeyPurpose {
    /** One custody record: its events, summary, and the looks at it. */
    RECORD,
    /** Looks that concern no single record, for one facility and month. */
    READING,
    /** Officers and role changes, for one facility and month. */
    STAFF,
    /** Accounts of cameras, and who held, lifted or exported footage and why, for one facility and month. */
    VIDEO;

    /** As the table spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From the table's word; throws for any other. */
    public static KeyPurpose of(String word) {
        for (KeyPurpose purpose : values()) {
            if (purpose.word().equals(word)) {
                return purpose;
            }
        }
        throw new IllegalArgumentException("no such purpose of a key");
    }
}
