package custody.record.events;

/** Code of a room within its facility, for example {@code CELL-3}: 1–20 of A–Z, 0–9, hyphen. */
public record RoomCode(String code) {
    public RoomCode {
        Codes.require(code, 20, "room code");
    }

    @Override
    public String toString() {
        return code;
    }
}
