package custody.node.demo;

import custody.record.catalogue.Catalogue;
import custody.record.events.Basis;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Fact;
import custody.record.events.PersonDetails;
import custody.record.events.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a person, to and from the fields of events. */
final class Persons {
    private Persons() {}

    /** A person of canonical names ({@code person.surname}) and values in turn; null leaves one out. */
    static PersonDetails of(@Nullable Object... fields) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(fields));
        all.addAll(List.of("place", "-", "basis", "visitor"));
        return ((Apprehended) Facts.of("apprehended", all.toArray())).person();
    }

    /** Canonical fields of a person. */
    static Map<String, Value> fields(PersonDetails details) {
        Fact carrier = new Apprehended(details, "-", List.of(), Basis.VISITOR, null, null, null, null);
        Map<String, Value> fields = new LinkedHashMap<>();
        Catalogue.encode(carrier).forEach((name, value) -> {
            if (name.startsWith("person.")) {
                fields.put(name, value);
            }
        });
        return fields;
    }

    /** The person identified, or the documents seen. */
    static Fact identified(PersonDetails details, String how) {
        Map<String, Value> fields = fields(details);
        fields.put("howEstablished", new Value.Text(how));
        return Facts.of("identified", fields);
    }
}
