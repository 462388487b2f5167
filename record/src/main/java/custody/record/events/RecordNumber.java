package custody.record.events;

/** The number people say: facility, year of registration in the facility's zone, and a running number, {@code UA26-0007/2026/00017}. */
public record RecordNumber(FacilityCode facility, int year, int running) {
    public RecordNumber {
        if (year < 2000 || year > 9999 || running < 1) {
            throw new IllegalArgumentException("a record number has a year of four digits and counts from 1");
        }
    }

    @Override
    public String toString() {
        String digits = Integer.toString(running);
        return facility + "/" + year + "/" + "0".repeat(Math.max(0, 5 - digits.length())) + digits;
    }
}
