package custody.web.forms;

import custody.web.components.Control;
import java.util.List;

/**
 * Controls that belong together.
 *
 * @param title heading; empty for none
 * @param folded whether it starts folded away, since few entries need it
 * @param controls the controls
 */
public record Section(String title, boolean folded, List<Control> controls) {
    public Section {
        controls = List.copyOf(controls);
    }
}
