package custody.web.api;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.events.Value;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.Rule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Strict JSON: one object, no name twice, no nesting deeper than the format has, nothing after the end. What it holds
 * becomes canonical values by dotted names; what cannot becomes errors by pointer. Lives for one request.
 */
final class JsonInput {
    private static final int DEEPEST = 6;
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String REPLACEMENTS = "fields";
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(30)
                            .maxNameLength(200)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final JsonNode root;
    private final List<FieldError> errors = new ArrayList<>();

    private JsonInput(JsonNode root) {
        this.root = root;
    }

    /** Reads a body; anything that is not one strict JSON object is a malformed request. */
    static JsonInput of(byte[] body) {
        try {
            JsonNode root = MAPPER.readTree(text(body));
            if (root == null || !root.isObject()) {
                throw new ProblemFound(Problem.breaking(Rule.BODY));
            }
            return new JsonInput(root);
        } catch (CharacterCodingException | JacksonException unreadable) {
            throw new ProblemFound(Problem.breaking(Rule.BODY));
        }
    }

    /** Left to itself the reader guesses UTF-16 and UTF-32 and mends broken UTF-8: what is sealed must be what was sent. */
    private static String text(byte[] body) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** What could not become a value so far. */
    List<FieldError> errors() {
        return errors;
    }

    /** The same and what was found later; what could not become a value is not said to be missing besides. */
    List<FieldError> errorsAnd(List<FieldError> later) {
        Set<String> named = errors.stream().map(FieldError::pointer).collect(Collectors.toUnmodifiableSet());
        return Stream.concat(errors.stream(), later.stream().filter(error -> !named.contains(error.pointer())))
                .toList();
    }

    /**
     * The members at the top but those named, as values; an object among them is of the wrong type, and a name that is not
     * known is refused whatever it says, even if it says nothing.
     */
    Map<String, Value> flat(List<String> butNot, Set<String> names) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : root.properties()) {
            String pointer = "/" + escaped(member.getKey());
            if (butNot.contains(member.getKey())) {
                continue;
            }
            if (!names.contains(member.getKey())) {
                errors.add(FieldError.of(pointer, Code.UNKNOWN));
            } else if (member.getValue().isObject()) {
                errors.add(FieldError.of(pointer, Code.TYPE));
            } else {
                put(member.getKey(), member.getValue(), pointer, values);
            }
        }
        return values;
    }

    /**
     * The members of the object {@code name}, nested objects by dotted names; empty where there is no such member. An
     * object is taken only where {@code names}, the dotted names there are, have members below it.
     */
    Map<String, Value> nested(String name, Set<String> names) {
        Map<String, Value> values = new LinkedHashMap<>();
        JsonNode object = root.get(name);
        if (object != null && object.isObject()) {
            descend(object, "", "/" + name, names, values);
        } else if (object != null && !object.isNull()) {
            errors.add(FieldError.of("/" + name, Code.TYPE));
        }
        return values;
    }

    /** Everything, nested objects by dotted names, as {@link #nested}. */
    Map<String, Value> deep(Set<String> names) {
        Map<String, Value> values = new LinkedHashMap<>();
        descend(root, "", "", names, values);
        return values;
    }

    private void descend(JsonNode object, String prefix, String pointer, Set<String> names, Map<String, Value> into) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String below = pointer + "/" + escaped(member.getKey());
            if (member.getKey().isEmpty() || member.getKey().indexOf('.') >= 0) {
                errors.add(FieldError.of(below, Code.UNKNOWN));
            } else if (member.getValue().isObject()) {
                object(member.getValue(), prefix + member.getKey(), below, names, into);
            } else {
                plain(member.getValue(), prefix + member.getKey(), below, names, into);
            }
        }
    }

    /** Not an object: neither may it stand where one belongs, nor may a name that nobody knows hide behind null. */
    private void plain(JsonNode node, String name, String pointer, Set<String> names, Map<String, Value> into) {
        boolean group = group(name, names);
        if (group && !node.isNull()) {
            errors.add(FieldError.of(pointer, Code.TYPE));
        } else if (node.isNull() && !group && !names.contains(name) && !replacing(name, names)) {
            errors.add(FieldError.of(pointer, Code.UNKNOWN));
        } else {
            put(name, node, pointer, into);
        }
    }

    private static boolean group(String name, Set<String> names) {
        return names.stream().anyMatch(known -> known.startsWith(name + "."));
    }

    /** What a correction puts in place of other values is known only with the event that it corrects. */
    private static boolean replacing(String name, Set<String> names) {
        return names.contains(REPLACEMENTS) && (name + ".").startsWith(REPLACEMENTS + ".");
    }

    private void object(JsonNode object, String name, String pointer, Set<String> names, Map<String, Value> into) {
        boolean replacing = replacing(name, names);
        if (group(name, names) || (replacing && (!object.isEmpty() || name.equals(REPLACEMENTS)))) {
            descend(object, name + ".", pointer, names, into);
        } else {
            errors.add(FieldError.of(pointer, names.contains(name) || replacing ? Code.TYPE : Code.UNKNOWN));
        }
    }

    private void put(String name, JsonNode node, String pointer, Map<String, Value> into) {
        if (node.isString()) {
            into.put(name, new Value.Text(node.stringValue()));
        } else if (node.isBoolean()) {
            into.put(name, new Value.Flag(node.booleanValue()));
        } else if (node.isIntegralNumber() && node.canConvertToLong()) {
            into.put(name, new Value.Whole(node.longValue()));
        } else if (node.isArray()) {
            list(name, node, pointer, into);
        } else if (!node.isNull()) {
            errors.add(FieldError.of(pointer, Code.TYPE));
        }
    }

    private void list(String name, JsonNode array, String pointer, Map<String, Value> into) {
        List<String> texts = new ArrayList<>();
        for (int place = 0; place < array.size(); place++) {
            JsonNode item = array.get(place);
            if (item.isString()) {
                texts.add(item.stringValue());
            } else {
                errors.add(FieldError.of(pointer + "/" + place, Code.TYPE));
            }
        }
        into.put(name, new Value.Texts(texts));
    }

    /** RFC 6901. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
