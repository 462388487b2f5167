package custody.record.events;

import java.util.Optional;

/** Badge number of an officer or of another person who acts in the system (номер спеціального жетона): 1–20 of A–Z, 0–9, hyphen. */
public record Badge(String number) {
    /** The program itself, for what it writes. */
    public static final Badge SYSTEM = new Badge("SYSTEM");

    public Badge {
        Codes.require(number, 20, "badge");
    }

    /** The badge that somebody typed, empty where it cannot be one. */
    public static Optional<Badge> read(String typed) {
        try {
            return Optional.of(new Badge(typed.strip()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return number;
    }
}
