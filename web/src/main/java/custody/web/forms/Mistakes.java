package custody.web.forms;

import custody.record.catalogue.FieldError;
import custody.record.detention.Refusal;
import custody.web.components.ErrorLink;
import custody.web.words.Refusals;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, by control, in words. Lives for one answer, in one thread. */
public final class Mistakes {
    private final Wording wording;
    private final Map<String, String> byId = new LinkedHashMap<>();
    private final List<ErrorLink> links = new ArrayList<>();

    /** Nothing is wrong yet. */
    public Mistakes(Wording wording) {
        this.wording = wording;
    }

    /** Adds what the domain or the catalogue found. A control that is already wrong keeps its first error. */
    public void add(List<FieldError> errors) {
        errors.forEach(error -> add(error.pointer(), text(error)));
    }

    /** A form shows its options by name; an error that listed them by code would help nobody. */
    private String text(FieldError error) {
        return error.limits().containsKey("options") ? wording.say("form.choose-one") : wording.error(error);
    }

    /** Adds why the domain refuses: where it is about the time, beside the time. */
    public void refused(Refusal refusal, Times times) {
        String pointer = switch (refusal) {
            case Refusal.BeforeApprehension _,
                    Refusal.OccursInFuture _,
                    Refusal.CustodyEnded _,
                    Refusal.CustodyWentOn _,
                    Refusal.PersonElsewhere _ -> "/occurredAt";
            case Refusal.UnsuitableCell _ -> "/fields/cell";
            case Refusal.AlreadyRecorded _,
                    Refusal.RecordIsClosed _,
                    Refusal.RecordIsOpen _,
                    Refusal.StillInCustody _,
                    Refusal.SearchUnderPoliceCare _,
                    Refusal.UnknownEvent _,
                    Refusal.WrongKindOfEvent _,
                    Refusal.NotCorrectable _,
                    Refusal.NothingCorrected _,
                    Refusal.WrittenBySystem _,
                    Refusal.SamePerson _ -> "/form";
        };
        add(pointer, Refusals.sentence(refusal, wording, times));
    }

    /** Adds what stands against a cell, in these words, at the controls that are to change. */
    public void unsuitable(List<FieldError> errors, String text) {
        errors.forEach(error -> add(error.pointer(), text));
    }

    /** Adds one error; a pointer into a list is about the list's control. */
    public void add(String pointer, String text) {
        // Nobody is named and nobody described: that is told where one begins to write a name.
        String control = pointer.endsWith("/person") ? pointer + "/surname" : pointer.replaceFirst("/[0-9]+$", "");
        byId.putIfAbsent(Ids.ofPointer(control), text);
    }

    /** What is wrong with a control; null for nothing. Each control that asks is linked from the summary in that order. */
    public @Nullable String of(String id, String label) {
        String text = byId.remove(id);
        if (text != null) {
            links.add(new ErrorLink(id, label + ": " + text));
        }
        return text;
    }

    /** Whether anything is wrong. */
    public boolean any() {
        return !byId.isEmpty() || !links.isEmpty();
    }

    /** The summary, in the order of the controls; what belongs to no control comes last and leads to the form. */
    public List<ErrorLink> summary() {
        List<ErrorLink> all = new ArrayList<>(links);
        byId.forEach((id, text) -> all.add(new ErrorLink("form", text)));
        return all;
    }
}
