package custody.video.camera;

/** What a camera may do in its room; the words are those of the facility's rooms. */
public enum PrivacyClass {
    /** Recorded and shown. */
    NORMAL,
    /** Recorded whole; part of the picture is painted over on the server whenever it is shown, unless a lift is open. */
    MASKED,
    /** Recorded and shown, never with sound. (This version records no sound anywhere.) */
    NO_AUDIO,
    /** Lawyer, medic: nothing inside is recorded or shown; a camera on the door is. */
    PRIVILEGED
}
