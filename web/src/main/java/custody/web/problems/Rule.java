package custody.web.problems;

import custody.record.catalogue.Wire;

/** The rules of a request's outer form; which one was broken is said, since whoever broke it cannot see it. */
public enum Rule {
    /** One strict JSON object in UTF-8. */
    BODY,
    /** Path and query as addresses are written. */
    ADDRESS,
    /** Request line and headers as HTTP has them, and not too long. */
    LINE,
    /** One header's own form. */
    HEADER;

    /** Key of the sentence that states it. */
    String text() {
        return "rule." + Wire.name(this);
    }
}
