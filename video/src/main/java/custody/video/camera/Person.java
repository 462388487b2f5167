package custody.video.camera;

/** Who did something with a camera or with footage, by badge number; {@link #NODE} for what the program did by itself. */
public record Person(String badge) {
    /** The program itself. */
    public static final Person NODE = new Person("SYSTEM");

    public Person {
        if (badge.isBlank() || badge.length() > 40) {
            throw new IllegalArgumentException("a badge has 1 to 40 characters");
        }
    }

    @Override
    public String toString() {
        return badge;
    }
}
