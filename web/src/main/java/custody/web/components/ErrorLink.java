package custody.web.components;

/**
 * One line of an error summary.
 *
 * @param target id of the control to go to
 * @param text what is wrong, with the field's name
 */
public record ErrorLink(String target, String text) {}
