package custody.record.events;

/** Code of a facility (підрозділ, ІТТ), for example {@code UA26-0007}: 1–20 of A–Z, 0–9, hyphen. */
public record FacilityCode(String code) {
    public FacilityCode {
        Codes.require(code, 20, "facility code");
    }

    @Override
    public String toString() {
        return code;
    }
}
