package custody.store.payloads;

import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The plain bytes of an entry's fields: version, count, then each field as name, kind of value, value; zeroes up to a
 * multiple of 64 bytes, so that the length tells little. The same fields give the same bytes.
 */
public final class Payload {
    private static final byte VERSION = 1;
    private static final int BLOCK = 64;

    private static final byte TEXT = 1;
    private static final byte WHOLE = 2;
    private static final byte YES = 3;
    private static final byte NO = 4;
    private static final byte NOTHING = 5;
    private static final byte TEXTS = 6;

    private Payload() {}

    /** Writes fields. */
    public static byte[] encode(List<Field> fields) {
        ByteWriter out = new ByteWriter();
        out.raw(VERSION);
        out.count(fields.size());
        for (Field field : fields) {
            out.text(field.name());
            value(out, field.value());
        }
        return out.padded(BLOCK);
    }

    private static void value(ByteWriter out, FieldValue value) {
        switch (value) {
            case FieldValue.Text(String text) -> {
                out.raw(TEXT);
                out.text(text);
            }
            case FieldValue.Whole(long number) -> {
                out.raw(WHOLE);
                out.number(number);
            }
            case FieldValue.Flag(boolean yes) -> out.raw(yes ? YES : NO);
            case FieldValue.Nothing() -> out.raw(NOTHING);
            case FieldValue.Texts(List<String> texts) -> {
                out.raw(TEXTS);
                out.count(texts.size());
                texts.forEach(out::text);
            }
        }
    }

    /** Reads what {@link #encode} wrote; throws {@link IllegalArgumentException} for anything else. */
    public static List<Field> decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        if (in.raw() != VERSION) {
            throw new IllegalArgumentException("a payload of another version");
        }
        int count = in.count();
        List<Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fields.add(new Field(in.text(), value(in)));
        }
        in.padding(BLOCK);
        return fields;
    }

    private static FieldValue value(ByteReader in) {
        byte kind = in.raw();
        return switch (kind) {
            case TEXT -> new FieldValue.Text(in.text());
            case WHOLE -> new FieldValue.Whole(in.number());
            case YES -> new FieldValue.Flag(true);
            case NO -> new FieldValue.Flag(false);
            case NOTHING -> new FieldValue.Nothing();
            case TEXTS -> {
                int count = in.count();
                List<String> texts = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    texts.add(in.text());
                }
                yield new FieldValue.Texts(texts);
            }
            default -> throw new IllegalArgumentException("no such kind of value: " + kind);
        };
    }
}
