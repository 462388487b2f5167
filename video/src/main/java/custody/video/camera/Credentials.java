package custody.video.camera;

/** A camera's account. Its text form never shows the password, so that no log can. */
public record Credentials(String user, String password) {
    public Credentials {
        if (user.isEmpty() || user.length() > 128 || password.length() > 256) {
            throw new IllegalArgumentException("camera account too long or without a name");
        }
        if (!printable(user) || !printable(password) || user.indexOf(':') >= 0 || user.indexOf('"') >= 0) {
            throw new IllegalArgumentException("camera account has a character that cannot be sent");
        }
    }

    private static boolean printable(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c != 0x7f);
    }

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
