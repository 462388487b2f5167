package custody.record.events;

import java.util.UUID;

/** Names one custody record for ever; random, tells nothing of the person. */
public record RecordId(UUID value) {

    /** Reads the usual 36-character form. Throws {@link IllegalArgumentException} for anything else. */
    public static RecordId of(String text) {
        UUID parsed = UUID.fromString(text);
        if (!parsed.toString().equals(text)) {
            throw new IllegalArgumentException("not a canonical record id");
        }
        return new RecordId(parsed);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
