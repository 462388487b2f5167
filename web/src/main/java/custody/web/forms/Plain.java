package custody.web.forms;

import custody.record.catalogue.Texts;

/** Free text of forms that are not made from the catalogue, judged by its rules: no control character, no lost half of one. */
public final class Plain {
    private Plain() {}

    /** Whether something was typed that can be stored. */
    public static boolean said(String typed, int most) {
        return !typed.isBlank() && fits(typed, most);
    }

    /** The same of a single line. */
    public static boolean line(String typed, int most) {
        return !typed.isBlank() && typed.length() <= most && Texts.clean(typed, most, false) instanceof Texts.Clean;
    }

    /** The same, where nothing typed is as good. */
    public static boolean fits(String typed, int most) {
        return typed.length() <= most && Texts.clean(typed, most, true) instanceof Texts.Clean;
    }
}
