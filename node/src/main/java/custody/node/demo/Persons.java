package custody.node.demo;

import custody.record.catalogue.Catalogue;
import custody.record.events.CustodyFact.Identified;
import custody.record.events.Fact;
import custody.record.events.PersonDetails;
import custody.record.events.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a person, to and from the fields of events. */
final class Persons {
    private Persons() {}

    /** A person of canonical names ({@code person.surname}) and values in turn; null leaves one out. */
    static PersonDetails of(@Nullable Object... fields) {
        return ((Identified) Facts.of("identified", fields)).person();
    }

    /** Canonical fields of a person. */
    static Map<String, Value> fields(PersonDetails details) {
        return new LinkedHashMap<>(Catalogue.encode(new Identified(details, null)));
    }

    /** The person identified, or the documents seen. */
    static Fact identified(PersonDetails details, String how) {
        Map<String, Value> fields = fields(details);
        fields.put("howEstablished", new Value.Text(how));
        return Facts.of("identified", fields);
    }
}
