package custody.ledger;

/** Why bytes or text were not accepted by a strict parser. Closed: each format's page lists the ones it can give. */
public enum Malformation {
    /** Shorter than the format says. */
    TRUNCATED,
    /** Longer than the format says: something follows the end. */
    TRAILING,
    /** Over the size limit of the format. */
    TOO_LONG,
    /** Not well-formed UTF-8, or a control character where none may be. */
    BAD_TEXT,
    /** Not the one allowed base64 form: wrong alphabet, padding, length or non-zero spare bits. */
    BAD_BASE64,
    /** Not a decimal without leading zeroes in the allowed range. */
    BAD_NUMBER,
    /** A time that is not UTC with milliseconds, or no such day. */
    BAD_TIME,
    /** A name or word that the format does not know or allow. */
    BAD_NAME,
    /** The right content in another form than the only canonical one. */
    NOT_CANONICAL,
    /** Not in strictly ascending order, or twice the same. */
    NOT_ASCENDING,
    /** A number of elements that the format does not allow. */
    BAD_COUNT,
    /** Parts that contradict each other. */
    INCONSISTENT,
    /** No signature line, or one that is not of the form the format requires. */
    BAD_SIGNATURE_LINE,
    /** A key whose identifier, type or length is wrong. */
    BAD_KEY,
}
