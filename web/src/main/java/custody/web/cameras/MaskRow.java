package custody.web.cameras;

import custody.video.live.Mask;
import custody.web.components.ErrorLink;
import custody.web.forms.Typed;
import custody.web.words.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One mask as it stands in the form, in per cent of the picture with at most one decimal; all four empty is no mask.
 *
 * @param number counts from 0
 */
public record MaskRow(int number, String left, String top, String width, String height) {
    private static final int ROWS = 6;

    /** The masks there are, and empty rows up to the most that fit on the page. */
    static List<MaskRow> of(List<Mask> masks) {
        List<MaskRow> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(ROWS, masks.size()); i++) {
            rows.add(
                    i < masks.size()
                            ? new MaskRow(
                                    i,
                                    percent(masks.get(i).left()),
                                    percent(masks.get(i).top()),
                                    percent(masks.get(i).width()),
                                    percent(masks.get(i).height()))
                            : new MaskRow(i, "", "", "", ""));
        }
        return rows;
    }

    /** What was typed. */
    static List<MaskRow> typed(Typed typed) {
        List<MaskRow> rows = new ArrayList<>();
        for (int i = 0; i < ROWS || !typed.one("left-" + i).isEmpty(); i++) {
            rows.add(new MaskRow(
                    i,
                    typed.one("left-" + i).strip(),
                    typed.one("top-" + i).strip(),
                    typed.one("width-" + i).strip(),
                    typed.one("height-" + i).strip()));
        }
        return rows;
    }

    static List<ErrorLink> errors(List<MaskRow> rows, Wording wording) {
        return rows.stream()
                .filter(MaskRow::wrong)
                .map(row -> new ErrorLink("left-" + row.number(), wording.say("cameras.masks.wrong", row.number() + 1)))
                .toList();
    }

    private boolean empty() {
        return (left + top + width + height).isEmpty();
    }

    /** Whether it is neither a part of the picture nor empty. */
    public boolean wrong() {
        return !empty() && mask().isEmpty();
    }

    /** The part of the picture; empty where the four numbers are none. */
    public Optional<Mask> mask() {
        try {
            return Optional.of(new Mask(thousandths(left), thousandths(top), thousandths(width), thousandths(height)));
        } catch (IllegalArgumentException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    String said(Wording wording) {
        return wording.say("cameras.masks.one", number + 1) + ": " + left + " % · " + top + " % · " + width + " × "
                + height + " %";
    }

    private static int thousandths(String percent) {
        return new BigDecimal(percent.replace(',', '.')).movePointRight(1).intValueExact();
    }

    private static String percent(int thousandths) {
        return BigDecimal.valueOf(thousandths, 1).stripTrailingZeros().toPlainString();
    }
}
