package custody.web.components;

/**
 * One option of radios, checkboxes or a select.
 *
 * @param value what is sent
 * @param text what is read
 * @param chosen whether it is chosen now
 */
public record Option(String value, String text, boolean chosen) {}
