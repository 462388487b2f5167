package custody.web.components;

/**
 * A key and its value, one line of a summary list.
 *
 * @param key what it is
 * @param value how it stands
 */
public record Row(String key, String value) {}
