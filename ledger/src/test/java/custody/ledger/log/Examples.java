package custody.ledger.log;

import custody.ledger.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The entry that {@code docs/formats/leaf.md} shows, and smaller ones. The people are invented. */
public final class Examples {
    public static final Origin ORIGIN = new Origin("UA26-0007", 1);
    public static final BootId BOOT = new BootId(0x0123456789abcdefL);

    /** Computed by an independent program from the format's description. */
    static final String RECORD_LEAF = "{\"v\":1,\"origin\":\"custody/UA26-0007/1\",\"index\":17,\"class\":\"record\","
            + "\"recordedAt\":\"2026-11-24T08:15:00.123Z\",\"boot\":\"0123456789abcdef\",\"uptime\":86400123,"
            + "\"clock\":\"ntp\",\"clockError\":12,\"token\":{\"kind\":\"cosignature\","
            + "\"digest\":\"PEaenWxYddN6Q_NT1PiOYfz4EsZu7jRXRlpAsNpBU-A\",\"at\":\"2026-11-24T08:14:30.000Z\"},"
            + "\"_sd\":[\"5QFDWsmGKAVu6PQwU-nLz-SuHAYweV66k9ZUSr5eepE\","
            + "\"6CRfexSVaj-VdSmv8u6GRh4plht3B8Wp0jG2NnYgUro\",\"AoCyp04Qpj7LFfYhDlk4X12Zs4RcVR1wNQGQgF0ypLk\","
            + "\"EXRKEIvgLWzx6kHI3walzH8Ahr7HVEGfT_WV8KsXDYQ\",\"HTEgWeKtyxm9gsXytHRwVL9evVDZeiDxrJ3vq9PuLEo\","
            + "\"TM4cYBwbM2XY427WWuv2cxyr2G1zLGgbETCwl8GwhRE\",\"UIBpZON7Hpj2aS031NlexGwb-QxttQy2xBcgYuuZOCw\","
            + "\"X3AF180UmnFwrwMoWcDwhUw52iazV2VPe198JC5D7dg\",\"YHzNcIXr85Wxos6kxE-udyUjD9srNZij2mbJgJ1L-pY\","
            + "\"aONYn93LTH_gaYl-tPbXw8G4F8Uv7bqkGcGeur7wVv8\",\"ldElbl53-8XM_NH4Swp5RAIhGESgkm5GufJvRzIrGTs\","
            + "\"pL7-iklK2UgBLktO_Zb2ssjdz7JUfBsrWLnUKhQ9HEo\",\"r3M7So4zBtBSV8-MGgRn513NayonEA21ydyD8YrnY2E\","
            + "\"rKV8HOQcrJz6S2DO2eAmFcE2qFb0sZWKrX5o0xU2w8w\",\"w2Odw9okQ82eLY-aNkz_fHEoueFzq6JDdToxIPZS4l4\","
            + "\"xiaSwIXgwJHVRKYkhTFVPI8qc5r2P86-BypWQilkGms\"],"
            + "\"payload\":\"ZecTrnVzEl2ZvUnzFOH7HtHsGhr7wvKUq-WcVKkKI_c\",\"x\":{}}";

    static final String RECORD_LEAF_HASH = "ecb77HlG32vfSRXBbhQrog/raeW/ad5zDPuOp9uSgMs=";

    static final String HEARTBEAT_LEAF =
            "{\"v\":1,\"origin\":\"custody/UA26-0007/1\",\"index\":18,\"class\":\"heartbeat\","
                    + "\"recordedAt\":\"2026-11-24T08:16:00.000Z\",\"boot\":\"0123456789abcdef\",\"uptime\":86460000,"
                    + "\"clock\":\"none\",\"clockError\":null,\"token\":null,\"_sd\":[],\"payload\":null,"
                    + "\"x\":{\"queue\":0,\"software\":\"0.1.0+build.7\"}}";

    static final String HEARTBEAT_LEAF_HASH = "QhnX+AHp615dY2sMgg2QaAuk0Kwytv4zFY3BMRGePY8=";

    /** Of the field {@code kind}, and its digest in the leaf. */
    static final String DISCLOSURE = "WyJJeElVTEN2eGRDNU95bTIyREtUR3dnIiwia2luZCIsInJpZ2h0cy1leHBsYWluZWQiXQ";

    static final String DISCLOSURE_DIGEST = "X3AF180UmnFwrwMoWcDwhUw52iazV2VPe198JC5D7dg";

    static final String NOTE_DISCLOSURE =
            "WyJEZURzSFhDM3dqX2lwWm15RVVLQ2VRIiwibm90ZSIsItCf0YDQsNCy0LAg0L_QvtGP0YHQvdC10L3QviBcItGD0YHQvdC-"
                    + "XCIsXG7Qt9GA0L7Qt9GD0LzRltC70L4g8J-YgCBcdTAwMDEiXQ";

    private Examples() {}

    static byte[] key() {
        byte[] key = new byte[RecordSecret.KEY_BYTES];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        return key;
    }

    static List<Field> fields() {
        return List.of(
                new Field("kind", FieldValue.of("rights-explained")),
                new Field("record", FieldValue.of("0198f3c2-7d5e-7c11-8a52-3f1b2c4d5e6f")),
                new Field("version", FieldValue.of(3)),
                new Field("previous", FieldValue.of("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU")),
                new Field("occurredAt", FieldValue.of("2026-11-24T08:11:00Z")),
                new Field("interpreter", FieldValue.of(false)),
                new Field("lateReason", new FieldValue.Nothing()),
                new Field("present", new FieldValue.Texts(List.of("1000002", "1000003"))),
                new Field("note", FieldValue.of("Права пояснено \"усно\",\nзрозуміло 😀 \u0001")));
    }

    static Leaf record() {
        Commitments commitments = Commitments.of(RecordSecret.of(key()), ORIGIN, 17, EntryClass.RECORD, fields());
        return new Leaf(
                ORIGIN,
                17,
                EntryClass.RECORD,
                new LeafTime(Instant.parse("2026-11-24T08:15:00.123Z"), BOOT, 86_400_123, ClockSource.NTP, 12),
                new ExternalToken(TokenKind.COSIGNATURE, sha256("token"), Instant.parse("2026-11-24T08:14:30Z")),
                commitments.digests(),
                sha256("encrypted payload"),
                ClearFacts.none());
    }

    static Leaf heartbeat() {
        return new Leaf(
                ORIGIN,
                18,
                EntryClass.HEARTBEAT,
                new LeafTime(
                        Instant.parse("2026-11-24T08:16:00Z"),
                        BOOT,
                        86_460_000,
                        ClockSource.NONE,
                        LeafTime.UNKNOWN_ERROR),
                null,
                List.of(),
                null,
                ClearFacts.none().with("software", "0.1.0+build.7").with("queue", 0));
    }

    public static Hash sha256(String text) {
        return Hash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
