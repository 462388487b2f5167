package custody.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.ParserFuzz;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Tile coordinates (C2SP tlog-tiles)")
class TileCoordinatesTest {
    private static final TileCoordinates OF_THE_SPECIFICATION = new TileCoordinates(0, 1_234_067, 256);

    @Test
    void haveThePathOfTheSpecification() {
        assertEquals("tile/0/x001/x234/067", OF_THE_SPECIFICATION.path());
        assertEquals("tile/entries/x001/x234/067", OF_THE_SPECIFICATION.entriesPath());
        assertEquals("tile/3/000.p/17", new TileCoordinates(3, 0, 17).path());
        assertEquals("tile/entries/999.p/255", new TileCoordinates(0, 999, 255).entriesPath());
        assertEquals("tile/1/x001/000", new TileCoordinates(1, 1000, 256).path());
    }

    @Test
    void listThePartialTilesOfTheSpecification() {
        assertEquals(
                List.of(new TileCoordinates(0, 273, 112), new TileCoordinates(1, 1, 17), new TileCoordinates(2, 0, 1)),
                TileCoordinates.partials(70_000));
        assertEquals(List.of(new TileCoordinates(1, 0, 1)), TileCoordinates.partials(256));
        assertEquals(List.of(), TileCoordinates.partials(0));
    }

    @Test
    void readNothingButWhatTheyWrite() {
        List<String> valid = List.of(
                OF_THE_SPECIFICATION.path(),
                new TileCoordinates(63, Long.MAX_VALUE, 1).path(),
                new TileCoordinates(7, 0, 99).path(),
                new TileCoordinates(0, 999_999, 256).path());
        ParserFuzz.text(valid, TileCoordinates::parse, TileCoordinates::path);
        List<String> entries =
                List.of(OF_THE_SPECIFICATION.entriesPath(), new TileCoordinates(0, 1_000, 255).entriesPath());
        ParserFuzz.text(entries, TileCoordinates::parseEntries, TileCoordinates::entriesPath);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/x000/000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001/x002",
                "tile/0/x001002",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p",
                "tile/0/000.q/1",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0/000.p/1/",
                "tile/0/X001/000",
                "tile/entries/000",
                "tile/0/x009/x223/x372/x036/x854/x775/808",
                "tile/0/x001/x000/x000/x000/x000/x000/x000/000"
            })
    void cannotBeReadFromAnotherForm(String path) {
        assertTrue(TileCoordinates.parse(path).accepted().isEmpty());
    }

    @Test
    void cannotBeOutsideTheirRanges() {
        assertThrows(IllegalArgumentException.class, () -> new TileCoordinates(64, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new TileCoordinates(-1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new TileCoordinates(0, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new TileCoordinates(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new TileCoordinates(0, 0, 257));
        assertThrows(IllegalStateException.class, () -> new TileCoordinates(1, 0, 1).entriesPath());
    }
}
