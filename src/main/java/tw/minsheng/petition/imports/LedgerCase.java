package tw.minsheng.petition.imports;

/**
 * One case that is kept, as figures need it. Times are seconds by the clock on the wall since 1970, {@link #NONE} for none;
 * words are numbers, whose meaning {@link CaseLedger.Words} tells. Of an own case type, unit, district and status are keys; one
 * that was opened again and is over has closing and due time of its first closing.
 *
 * @param due the last second that is in time
 * @param isClosed may be so without a time of closing
 * @param extended whether it was closed in time by an extension only; of imported cases nobody knows that
 * @param workingDays used at the first closing, as they were stored then; −1 when nothing was stored
 * @param agency that owns the case
 * @param language of the petitioner; the word is "" where it is not known
 */
public record LedgerCase(
        CaseLedger.Keeper keeper,
        long received,
        long due,
        long closed,
        boolean isClosed,
        boolean extended,
        int workingDays,
        int agency,
        int type,
        int channel,
        int unit,
        int district,
        int status,
        int language) {

    public static final long NONE = Long.MIN_VALUE;

    /** The same, received at this second. */
    public LedgerCase receivedAt(long second) {
        return new LedgerCase(
                keeper,
                second,
                due,
                closed,
                isClosed,
                extended,
                workingDays,
                agency,
                type,
                channel,
                unit,
                district,
                status,
                language);
    }

    /** Its number of a word in a field by which cases are counted. */
    public int word(CaseField field) {
        return switch (field) {
            case TYPE -> type;
            case CHANNEL -> channel;
            case UNIT -> unit;
            case DISTRICT -> district;
            case STATUS -> status;
            default -> throw new IllegalArgumentException("no word: " + field);
        };
    }
}
