package custody.record.events;

/** Badge number of an officer or of another person who acts in the system (номер спеціального жетона): 1–20 of A–Z, 0–9, hyphen. */
public record Badge(String number) {
    /** The program itself, for what it writes. */
    public static final Badge SYSTEM = new Badge("SYSTEM");

    public Badge {
        Codes.require(number, 20, "badge");
    }

    @Override
    public String toString() {
        return number;
    }
}
