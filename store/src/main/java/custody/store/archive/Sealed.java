package custody.store.archive;

import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import custody.store.faults.StoreFault;
import custody.store.keys.Binding;
import custody.store.keys.DataKey;
import custody.store.payloads.Payload;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small maps of words as ciphertext, bound to the row and column they stand in. */
final class Sealed {
    private static final int NONCE = 12;

    private Sealed() {}

    static byte[] seal(DataKey key, SecureRandom random, String part, String name, Map<String, String> words) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        List<Field> fields = new ArrayList<>();
        new TreeMap<>(words).forEach((field, word) -> fields.add(new Field(field, FieldValue.of(word))));
        return key.seal(Binding.video(part, name), nonce, Payload.encode(fields));
    }

    static Map<String, String> open(DataKey key, String part, String name, byte[] sealed) {
        byte[] plain = key.open(Binding.video(part, name), sealed)
                .orElseThrow(() -> new StoreFault(StoreFault.Code.KEYSTORE_WRONG, "a row of video does not open"));
        Map<String, String> words = new HashMap<>();
        for (Field field : Payload.decode(plain)) {
            if (field.value() instanceof FieldValue.Text(String text)) {
                words.put(field.name(), text);
            }
        }
        return words;
    }
}
