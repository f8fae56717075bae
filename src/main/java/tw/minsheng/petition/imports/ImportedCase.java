package tw.minsheng.petition.imports;

/**
 * One case of a foreign file, checked; every text is "" when it was not given.
 *
 * @param row in the file, as a spreadsheet counts
 * @param number the outside number
 * @param received always given
 * @param isClosed by its status where the mapping says which statuses are closed, else by its closing time
 * @param place {@link Place#NONE} for no point; whole degrees are no point
 */
public record ImportedCase(
        long row,
        String number,
        Moment received,
        Moment due,
        Moment closed,
        String type,
        String channel,
        String unit,
        String district,
        String status,
        boolean isClosed,
        Place place,
        String text) {

    /** Its word in a field by which cases are counted. */
    public String word(CaseField field) {
        return switch (field) {
            case TYPE -> type;
            case CHANNEL -> channel;
            case UNIT -> unit;
            case DISTRICT -> district;
            case STATUS -> status;
            default -> throw new IllegalArgumentException("no word: " + field);
        };
    }

    /**
     * Second of the closing by the clock on the wall. Where only the day is written and it is the day of the receipt, that of
     * the receipt: it took no day. Ask whether {@link #closed} is given first.
     */
    public long closedSecond() {
        return closed.dayOnly() && closed.day().equals(received.day())
                ? Math.max(closed.second(), received.second())
                : closed.second();
    }

    /** Closed at a known time that is not before the receipt: only then a time to closing exists. */
    public boolean hasDuration() {
        return isClosed && closed.isGiven() && closedSecond() >= received.second();
    }

    /** Seconds from receipt to closing by the clock on the wall. */
    public long duration() {
        return closedSecond() - received.second();
    }

    /** Closed, with a due time and a closing time: only then it is known whether it was in time. */
    public boolean hasBothTimes() {
        return isClosed && closed.isGiven() && due.isGiven();
    }

    /** Closed after the due time; a due day lasts until midnight. Ask {@link #hasBothTimes} first. */
    public boolean isLate() {
        return closed.second() > due.lastSecond();
    }
}
