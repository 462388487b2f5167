package custody.web.session;

import custody.record.access.Action.General;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the action an endpoint needs on one record. Whether it may be done depends on the record, so it is decided by
 * {@link RecordDesk}, the only way from an endpoint to a record; writing asks for its own action besides.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NeedsOnRecord {

    /** The action. */
    General value();
}
