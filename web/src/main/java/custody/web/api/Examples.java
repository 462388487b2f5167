package custody.web.api;

import java.util.List;
import java.util.Map;

/** Bodies as they stand in docs/formats/api.md. The people are invented. */
final class Examples {
    static final Map<String, Object> BOOKING = Map.of(
            "facility", "UA26-0007",
            "person", Map.of("surname", "Вигаданий", "givenName", "Степан", "birthDate", "1990-01-31", "sex", "male"),
            "apprehension",
                    Map.of("at", "2026-11-24T08:15:00+02:00", "place", "вул. Уявна, 1", "by", List.of("1000002")),
            "basis", Map.of("kind", "cpc-208", "offence", "185(3)"),
            "delivery", Map.of("at", "2026-11-24T09:02:00+02:00"));

    static final Map<String, Object> EVENT = Map.of(
            "kind",
            "rights-explained",
            "occurredAt",
            "2026-11-24T09:20:00+02:00",
            "performedBy",
            List.of("1000001"),
            "fields",
            Map.of(
                    "rights",
                    List.of("defender", "silence", "medical-aid"),
                    "language",
                    "uk",
                    "understood",
                    true,
                    "signature",
                    "signed"));

    private Examples() {}
}
