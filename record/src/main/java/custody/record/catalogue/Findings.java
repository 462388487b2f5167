package custody.record.catalogue;

import custody.record.catalogue.FieldError.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with one input, so that every error is told at once. Lives for one reading, in one thread. */
final class Findings {
    private final String base;
    private final List<FieldError> errors = new ArrayList<>();

    /** {@code base} begins every pointer: {@code /fields}, or nothing for an input that stands by itself. */
    Findings(String base) {
        this.base = base;
    }

    void add(String field, Code code) {
        add(field, code, Map.of());
    }

    void add(String field, Code code, Map<String, String> limits) {
        errors.add(new FieldError(base + Pointers.of(field), code, limits));
    }

    int count() {
        return errors.size();
    }

    List<FieldError> errors() {
        return errors;
    }
}
