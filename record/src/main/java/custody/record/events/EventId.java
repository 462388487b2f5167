package custody.record.events;

import java.util.UUID;

/** Names one event for ever; a correction points to it. */
public record EventId(UUID value) {

    /** Reads the usual 36-character form. Throws {@link IllegalArgumentException} for anything else. */
    public static EventId of(String text) {
        UUID parsed = UUID.fromString(text);
        if (!parsed.toString().equals(text)) {
            throw new IllegalArgumentException("not a canonical event id");
        }
        return new EventId(parsed);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
