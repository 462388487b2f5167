package custody.record.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A whole number's limits, both included. Every number field has one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Between {
    /** Least value taken. */
    long min();

    /** Greatest value taken. */
    long max();

    /** Unit of the number, a key of the label bundles, or empty. */
    String unit() default "";
}
