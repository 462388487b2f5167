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

    static final Map<String, Object> MARTIAL_LAW =
            Map.of("inForce", true, "from", "2026-11-24T00:00:00+02:00", "authority", "Указ Президента України");

    static final Map<String, Object> CLOCKS = Map.of(
            "at",
            "2026-11-24T11:15:00Z",
            "pack",
            Map.of("id", "ua", "version", "2026.11.2", "hash", "0".repeat(64)),
            "clocks",
            List.of(Map.ofEntries(
                    Map.entry("rule", "maximum"),
                    Map.entry("provision", "КПК 211(1)"),
                    Map.entry("title", "Court decision handed over, else release"),
                    Map.entry("state", "running"),
                    Map.entry("standing", "law"),
                    Map.entry("startedAt", "2026-11-24T06:15:00Z"),
                    Map.entry("due", "2026-11-27T06:15:00Z"),
                    Map.entry("elapsed", "PT5H"),
                    Map.entry("remaining", "PT67H"),
                    Map.entry("demands", List.of("release")),
                    Map.entry(
                            "proof",
                            Map.of(
                                    "provision",
                                    "КПК 211(1)",
                                    "rule",
                                    "maximum",
                                    "version",
                                    1,
                                    "inputs",
                                    List.of(Map.of(
                                            "event",
                                            "0198a4c4-0000-7000-8000-000000000001",
                                            "kind",
                                            "apprehended",
                                            "at",
                                            "2026-11-24T06:15:00Z")),
                                    "steps",
                                    List.of(Map.of(
                                            "code",
                                            "due",
                                            "text",
                                            "Due 2026-11-27T06:15:00Z",
                                            "arguments",
                                            List.of("2026-11-27T06:15:00Z"))))))),
            "next",
            "2026-11-25T06:15:00Z");

    static final Map<String, Object> TASKS = Map.of(
            "at",
            "2026-11-24T06:30:00Z",
            "tasks",
            List.of(Map.ofEntries(
                    Map.entry("rule", "relatives"),
                    Map.entry("provision", "КПК 213(1)"),
                    Map.entry("title", "Relatives or another chosen person told"),
                    Map.entry("standing", "standard"),
                    Map.entry("due", "2026-11-24T06:45:00Z"),
                    Map.entry("overdue", false),
                    Map.entry("kind", "notice"),
                    Map.entry("fields", Map.of("addressee", "relative")),
                    Map.entry("otherKinds", List.of()),
                    Map.entry("attempts", List.of("2026-11-24T06:22:00Z")),
                    Map.entry("permitted", true))));

    private Examples() {}
}
