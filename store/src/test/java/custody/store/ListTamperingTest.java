package custody.store;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a thief does to the lists that are made of the entries, and to the columns that find them. */
class ListTamperingTest extends TamperedRecords {
    @Test
    void findsAnEventGivenToAnotherRecord() throws SQLException {
        finds("RECORD_CHAIN_BROKEN", "leaf 70", List.of("UPDATE leaf SET version = 900 WHERE index = 70"));
    }

    /** No leaf commits to the columns beside it: whoever empties them must not thereby take an entry out of the check. */
    @Test
    void findsAWholeRecordTakenAwayByTheColumnsBesideItsLeaves() throws SQLException {
        String mine = " WHERE record_id = '" + record + "'";
        List<String> breaking = List.of(
                "UPDATE leaf SET version = NULL, data_key = coalesce(data_key, record_id), record_id = NULL" + mine,
                "DELETE FROM custody_record" + mine,
                "DELETE FROM search_token" + mine,
                "DELETE FROM request_key" + mine);
        finds("RECORD_CHAIN_BROKEN", "leaf ", breaking);
        finds("PROJECTION_DIFFERS", record + " custody_record", breaking);
    }

    @Test
    void findsALastEventTakenAwayWithTheRowOfItsRecordPutBack() throws SQLException {
        String mine = " WHERE record_id = '" + record + "'";
        finds(
                "RECORD_CHAIN_BROKEN",
                "leaf ",
                List.of(
                        "UPDATE leaf SET version = NULL, data_key = record_id, record_id = NULL" + mine
                                + " AND version = (SELECT max(version) FROM leaf" + mine + ")",
                        "DELETE FROM custody_record" + mine,
                        "INSERT INTO custody_record SELECT * FROM older.custody_record" + mine));
    }

    @Test
    void findsThatWhoLookedWasTakenAwayOrGivenToAnother() throws SQLException {
        String look = " WHERE version IS NULL AND record_id = '" + record + "'";
        finds("ROW_DIFFERS", "leaf ", List.of("UPDATE leaf SET data_key = record_id, record_id = NULL" + look));
        finds("ROW_DIFFERS", "leaf ", List.of("UPDATE leaf SET version = 0" + look));
        finds(
                "ROW_DIFFERS",
                "leaf ",
                List.of("UPDATE leaf SET data_key = record_id, record_id = (SELECT max(record_id::text)::uuid"
                        + " FROM leaf WHERE record_id <> '" + record + "')" + look));
    }

    @Test
    void findsARecordOrVersionBesideAnEntryThatHasNone() throws SQLException {
        finds(
                "ROW_DIFFERS",
                "leaf ",
                List.of("UPDATE leaf SET record_id = '" + record
                        + "' WHERE record_id IS NULL AND data_key IS NOT NULL"));
        finds("ROW_DIFFERS", "leaf 0", List.of("UPDATE leaf SET record_id = '" + record + "' WHERE index = 0"));
    }

    @Test
    void findsAChangedProjection() throws SQLException {
        finds(
                "PROJECTION_DIFFERS",
                record + " status",
                List.of("UPDATE custody_record SET status = 'RELEASED' WHERE record_id = '" + record + "'"));
        finds(
                "PROJECTION_DIFFERS",
                record + " number",
                List.of("UPDATE custody_record SET running = 77 WHERE record_id = '" + record + "'"));
        finds(
                "PROJECTION_DIFFERS",
                record + " custody_record",
                List.of("DELETE FROM custody_record WHERE record_id = '" + record + "'"));
        finds(
                "PROJECTION_DIFFERS",
                record + " search_token",
                List.of("DELETE FROM search_token WHERE record_id = '" + record + "'"));
    }

    @Test
    void findsARequestThatPointsElsewhere() throws SQLException {
        String mine =
                " WHERE record_id = '" + record + "' AND first_version = (SELECT min(first_version) FROM request_key"
                        + " WHERE record_id = '" + record + "')";
        String where = "of record " + record;
        finds(
                "REQUEST_DIFFERS",
                where,
                List.of("UPDATE request_key SET first_version = 9000, last_version = 9000" + mine));
        finds("REQUEST_DIFFERS", where, List.of("UPDATE request_key SET first_version = 0, last_version = 0" + mine));
        finds("REQUEST_DIFFERS", where, List.of("UPDATE request_key SET last_version = first_version + 1" + mine));
        finds("REQUEST_DIFFERS", where, List.of("UPDATE request_key SET body_digest = '\\x00'" + mine));
        finds(
                "REQUEST_DIFFERS",
                where,
                List.of("UPDATE request_key SET (first_version, last_version) ="
                        + " (SELECT max(first_version), max(last_version) FROM request_key r WHERE r.record_id ="
                        + " request_key.record_id)" + mine));
        String nowhere = "00000000-0000-4000-8000-000000000000";
        finds("REQUEST_DIFFERS", nowhere, List.of("UPDATE request_key SET record_id = '" + nowhere + "'" + mine));
    }

    @Test
    void findsAChangedFacilityOrRoom() throws SQLException {
        findsAndGoesBack("UPDATE facility SET area_norm = 100", "UPDATE facility SET area_norm = 400");
        findsAndGoesBack(
                "INSERT INTO room VALUES ('UA26-0007', 'CELL-X', 0, 'x', 'CELL', 'NORMAL', true, 1, 1, 'ANYONE', NULL)",
                "DELETE FROM room");
        findsAndGoesBack("UPDATE facility SET prosecutor = 'another'", "UPDATE facility SET prosecutor = NULL");
    }

    private void findsAndGoesBack(String breaking, String back) throws SQLException {
        findsAndGoesBack("facility UA26-0007", breaking, back);
    }

    /** Such a row lengthens lawful times of everybody in the facility. */
    @Test
    void findsAnInventedBackDatedOrDeletedDeclarationOfMartialLaw() throws SQLException {
        String first = "martial law at facility UA26-0007, declaration 1";
        String second = "martial law at facility UA26-0007, declaration 2";
        findsAndGoesBack(
                "martial law at facility UA26-0007, declaration 3",
                "INSERT INTO martial_law VALUES ('UA26-0007', 3, true, '2025-01-01 00:00:00+00', NULL, NULL, '1000001')",
                "DELETE FROM martial_law WHERE position = 3");
        findsAndGoesBack(
                first,
                "UPDATE martial_law SET valid_from = valid_from - interval '1 day' WHERE position = 1",
                "UPDATE martial_law SET valid_from = valid_from + interval '1 day' WHERE position = 1");
        findsAndGoesBack(
                first,
                "UPDATE martial_law SET authority = 'another' WHERE position = 1",
                "UPDATE martial_law SET authority = 'Указ № 64/2022' WHERE position = 1");
        findsAndGoesBack(
                second,
                "UPDATE martial_law SET declared_by = '1000009' WHERE position = 2",
                "UPDATE martial_law SET declared_by = '1000001' WHERE position = 2");
        findsAndGoesBack(
                second,
                "UPDATE martial_law SET request = '\\x00' WHERE position = 2",
                "UPDATE martial_law SET request = NULL WHERE position = 2");
        findsAndGoesBack(
                second,
                "UPDATE martial_law SET in_force = true WHERE position = 2",
                "UPDATE martial_law SET in_force = false WHERE position = 2");
        findsAndGoesBack(
                second,
                "UPDATE martial_law SET position = 9 WHERE position = 2",
                "UPDATE martial_law SET position = 2 WHERE position = 9");
        sql("CREATE TABLE older.martial_law AS TABLE martial_law");
        findsAndGoesBack(
                second,
                "DELETE FROM martial_law WHERE position = 2",
                "INSERT INTO martial_law SELECT * FROM older.martial_law WHERE position = 2");
    }
}
