package custody.store.records;

import custody.record.detention.Situation;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.store.records.Batch.Projection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The parts of a batch's transaction that are lists and not ledger. */
final class ProjectionScript {
    private static final String NEW = """
            INSERT INTO custody_record (record_id, facility, year, running, version, status, ended, apprehended_at,
                last_event_at, epoch, index, summary)
            SELECT r, f, y, n, v, s, e, a::timestamptz, t::timestamptz, ?, i, c
            FROM unnest(?::uuid[], ?::integer[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::bigint[], ?::bytea[],
                ?::text[], ?::integer[], ?::integer[]) AS x(r, v, s, e, a, t, i, c, f, y, n)""";
    private static final String CHANGED = """
            UPDATE custody_record SET version = v, status = s, ended = e, apprehended_at = a::timestamptz,
                last_event_at = t::timestamptz, epoch = ?, index = i, summary = c
            FROM unnest(?::uuid[], ?::integer[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::bigint[], ?::bytea[])
                AS x(r, v, s, e, a, t, i, c)
            WHERE record_id = r""";
    private static final String TOKENS_AWAY = "DELETE FROM search_token WHERE record_id = ANY (?::uuid[])";
    private static final String TOKENS = """
            INSERT INTO search_token (token, record_id)
            SELECT * FROM unnest(?::bytea[], ?::uuid[]) ON CONFLICT DO NOTHING""";
    private static final String FACILITY = """
            INSERT INTO facility (code, name_uk, name_en, region, kind, state, zone, area_norm, legal_aid_centre,
                prosecutor, court, hospital)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET name_uk = excluded.name_uk, name_en = excluded.name_en,
                region = excluded.region, kind = excluded.kind, state = excluded.state, zone = excluded.zone,
                area_norm = excluded.area_norm, legal_aid_centre = excluded.legal_aid_centre,
                prosecutor = excluded.prosecutor, court = excluded.court, hospital = excluded.hospital""";
    private static final String ROOMS_AWAY = "DELETE FROM room WHERE facility = ?";
    private static final String ROOM = """
            INSERT INTO room (facility, code, position, name, kind, privacy, custody_zone, area, capacity,
                designation, out_of_use)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OFFICER = """
            INSERT INTO officer (badge, data_key, ciphertext) VALUES (?, ?, ?)
            ON CONFLICT (badge) DO UPDATE SET data_key = excluded.data_key, ciphertext = excluded.ciphertext""";

    private ProjectionScript() {}

    static void write(Script script, int epoch, Batch batch) {
        List<Projection> fresh =
                batch.projections().stream().filter(Projection::fresh).toList();
        List<Projection> changed =
                batch.projections().stream().filter(each -> !each.fresh()).toList();
        if (!fresh.isEmpty()) {
            script.then(NEW).with(epoch);
            lines(script, fresh);
            script.with("text", column(fresh, each -> number(each).facility().code(), String[]::new));
            script.with("integer", column(fresh, each -> number(each).year(), Integer[]::new));
            script.with("integer", column(fresh, each -> number(each).running(), Integer[]::new));
        }
        if (!changed.isEmpty()) {
            script.then(CHANGED).with(epoch);
            lines(script, changed);
        }
        tokens(script, batch.projections());
        batch.facilities().forEach(facility -> facility(script, facility));
        batch.officers().forEach(officer -> officer(script, officer));
    }

    private static void lines(Script script, List<Projection> lines) {
        script.with("uuid", column(lines, each -> id(each), UUID[]::new));
        script.with("integer", column(lines, each -> each.kept().record().version(), Integer[]::new));
        script.with("text", column(lines, each -> each.situation().status().name(), String[]::new));
        script.with("boolean", column(lines, each -> each.situation().status().ended(), Boolean[]::new));
        script.with("text", column(lines, each -> time(each, Situation::apprehendedAt), String[]::new));
        script.with("text", column(lines, each -> time(each, Situation::lastEventAt), String[]::new));
        script.with("bigint", column(lines, Projection::index, Long[]::new));
        script.with("bytea", column(lines, Projection::summary, byte[][]::new));
    }

    private static <T> T[] column(
            List<Projection> lines, Function<Projection, T> part, java.util.function.IntFunction<T[]> array) {
        return lines.stream().map(part).toArray(array);
    }

    private static UUID id(Projection line) {
        return line.kept().record().id().value();
    }

    private static custody.record.events.RecordNumber number(Projection line) {
        return line.kept().record().number();
    }

    private static String time(Projection line, Function<Situation, Instant> which) {
        // The database keeps microseconds and would round.
        return which.apply(line.situation()).truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static void tokens(Script script, List<Projection> lines) {
        List<UUID> renamed = new ArrayList<>();
        List<byte[]> tokens = new ArrayList<>();
        List<UUID> records = new ArrayList<>();
        for (Projection line : lines) {
            List<byte[]> named = line.tokens();
            if (named != null) {
                if (!line.fresh()) {
                    renamed.add(id(line));
                }
                for (byte[] token : named) {
                    tokens.add(token);
                    records.add(id(line));
                }
            }
        }
        if (!renamed.isEmpty()) {
            script.then(TOKENS_AWAY).with("uuid", renamed.toArray(UUID[]::new));
        }
        if (!tokens.isEmpty()) {
            script.then(TOKENS).with("bytea", tokens.toArray(byte[][]::new));
            script.with("uuid", records.toArray(UUID[]::new));
        }
    }

    private static void facility(Script script, Facility facility) {
        String code = facility.code().code();
        script.then(FACILITY).with(text(code)).with(text(facility.nameUk())).with(text(facility.nameEn()));
        script.with(text(facility.region())).with(text(facility.kind().name()));
        script.with(text(facility.state().name())).with(text(facility.zone().getId()));
        script.with(facility.areaNorm());
        Facility.Serving serving = facility.serving();
        script.with(text(serving.legalAidCentre())).with(text(serving.prosecutor()));
        script.with(text(serving.court())).with(text(serving.hospital()));
        script.then(ROOMS_AWAY).with(text(code));
        int position = 0;
        for (Room room : facility.rooms()) {
            script.then(ROOM).with(text(code)).with(text(room.code().code())).with(position++);
            script.with(text(room.name()))
                    .with(text(room.kind().name()))
                    .with(text(room.privacy().name()));
            boolean zone = room.custodyZone();
            script.with((statement, at) -> statement.setBoolean(at, zone));
            script.with(room.area()).with(room.capacity());
            script.with(text(room.designation().name())).with(text(room.outOfUse()));
        }
    }

    private static void officer(Script script, Batch.OfficerRow officer) {
        script.then(OFFICER).with(text(officer.badge()));
        script.with((statement, at) -> statement.setObject(at, officer.key()));
        script.with(officer.ciphertext());
    }

    private static Script.Binder text(@org.jspecify.annotations.Nullable String text) {
        return (statement, at) -> statement.setString(at, text);
    }
}
