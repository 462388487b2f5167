package custody.store.records;

import custody.record.desk.After;
import custody.record.desk.Search;
import custody.record.events.FacilityCode;
import custody.store.keys.Keystore;
import custody.store.payloads.NameTokens;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From what is searched for to the conditions of the query. */
final class Searching {
    private static final Pattern NUMBER = Pattern.compile("([A-Z0-9-]{1,20})/([0-9]{4})/([0-9]{1,9})");
    private static final Pattern RUNNING = Pattern.compile("[0-9]{1,9}");

    private Searching() {}

    static Where where(Search search, List<FacilityCode> facilities, Keystore keystore) {
        Where where = new Where();
        if (!search.facilities().isEmpty()) {
            where.and(
                    "r.facility = ANY (?)",
                    "text",
                    search.facilities().stream().map(FacilityCode::code).toArray());
        }
        where.and("r.apprehended_at >= ?", time(search.from()));
        where.and("r.apprehended_at < ?", time(search.to()));
        if (!search.states().isEmpty()) {
            where.and(
                    "r.status = ANY (?)",
                    "text",
                    search.states().stream().map(Enum::name).toArray());
        }
        String text = search.text();
        if (text != null && !text.isBlank()) {
            text(
                    where,
                    text.strip(),
                    search.facilities().isEmpty() ? facilities : List.copyOf(search.facilities()),
                    keystore);
        }
        After after = search.after();
        if (after != null) {
            Timestamp time = Timestamp.from(after.apprehendedAt());
            where.and("r.apprehended_at <= ?", time);
            where.andBoth(
                    "NOT (r.apprehended_at = ? AND r.record_id <= ?)",
                    time,
                    after.record().value());
        }
        return where;
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static void text(Where where, String text, List<FacilityCode> facilities, Keystore keystore) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            where.and("r.facility = ?", number.group(1));
            where.and("r.year = ?", Integer.valueOf(number.group(2)));
            where.and("r.running = ?", Integer.valueOf(number.group(3)));
        } else if (RUNNING.matcher(text).matches()) {
            where.and("r.running = ?", Integer.valueOf(text));
        } else {
            names(where, NameTokens.wanted(text), facilities, keystore);
        }
    }

    private static void names(Where where, List<String> words, List<FacilityCode> facilities, Keystore keystore) {
        if (words.isEmpty()) {
            where.and("false");
        }
        for (String word : words) {
            Object[] tokens = facilities.stream()
                    .map(facility -> keystore.index(facility.code()).token(word))
                    .toArray(byte[][]::new);
            where.and(
                    "r.record_id IN (SELECT t.record_id FROM search_token t WHERE t.token = ANY (?))", "bytea", tokens);
        }
    }
}
