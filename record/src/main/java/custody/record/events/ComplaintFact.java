package custody.record.events;

import custody.record.events.NoticeFact.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Complaints, and violations found (КПК 212(3)(7)). */
public sealed interface ComplaintFact extends Fact {

    /** A complaint made, by any channel. */
    record Complaint(
            @Expected @Nullable @Words String text,
            @Expected @Nullable Subject subject,
            List<Badge> about,
            @Nullable Channel channel)
            implements ComplaintFact {
        public Complaint {
            about = List.copyOf(about);
        }

        /** What it is about. */
        public enum Subject {
            ILL_TREATMENT,
            UNLAWFUL_DETENTION,
            RIGHTS,
            CONDITIONS,
            PROPERTY,
            MEDICAL,
            OTHER
        }
    }

    /** A complaint forwarded. */
    record ComplaintForwarded(
            @Nullable EventId complaint, @Expected @Nullable String to) implements ComplaintFact {}

    /** A complaint answered. */
    record ComplaintAnswered(
            @Nullable EventId complaint,
            @Expected @Nullable @Words String answer) implements ComplaintFact {}

    /** A violation found by the custody officer. */
    record ViolationFound(
            @Expected @Nullable @Words String violation,
            @Expected @Nullable Boolean stopped,
            List<Badge> about) implements ComplaintFact {
        public ViolationFound {
            about = List.copyOf(about);
        }
    }

    /** The violation reported to the head, or to the prosecutor in writing. */
    record ViolationReported(
            To to, @Nullable EventId violation, @Nullable String reference) implements ComplaintFact {
        /** To whom. */
        public enum To {
            HEAD,
            PROSECUTOR,
            DBR
        }
    }
}
