package custody.record.events;

import java.util.List;

/** What one field holds once it leaves Java: the closed set that forms, JSON, disclosures and payloads share. */
public sealed interface Value {

    /** Text, a choice's wire name, an id, a date or an instant in ISO 8601. */
    record Text(String text) implements Value {}

    /** A whole number; its unit belongs to the field. */
    record Whole(long number) implements Value {}

    /** Yes or no. */
    record Flag(boolean flag) implements Value {}

    /** Several texts in their order. */
    record Texts(List<String> texts) implements Value {
        public Texts {
            texts = List.copyOf(texts);
        }
    }
}
