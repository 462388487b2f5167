package custody.record.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text that is a code of a fixed form, in ASCII. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Coded {
    /** What the whole text must match, as a regular expression that web forms read the same way. */
    String pattern();

    /** One code that matches, shown to whoever typed another. */
    String example();
}
