package custody.record.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text field's limit. A text without this annotation is one line of at most 200 characters. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Words {
    /** Most characters (UTF-16 units) taken. */
    int max() default 4_000;

    /** Whether line breaks are kept. */
    boolean lines() default true;
}
