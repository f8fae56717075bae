package tw.minsheng.petition.attach;

/**
 * How much may come with a case.
 *
 * @param fileBytes of one file
 * @param caseBytes of all files of a case
 * @param number of files of a case
 * @param waitingBytes of all files together that wait beside forms that were not sent yet
 */
public record AttachmentLimits(long fileBytes, long caseBytes, int number, long waitingBytes) {

    /** Those who work on a case add letters and photos of their own, for as long as it takes. */
    private static final int STAFF_TIMES = 10;

    /** As long as nobody sets others. */
    public static final AttachmentLimits DEFAULT = new AttachmentLimits(20_971_520, 62_914_560, 5, 2_000_000_000);

    /** What staff may add to one case; each form of theirs may bring what a petitioner's may. */
    public AttachmentLimits ofStaff() {
        return new AttachmentLimits(fileBytes, STAFF_TIMES * caseBytes, STAFF_TIMES * number, waitingBytes);
    }
}
