package tw.minsheng.petition;

/**
 * Where a case came from, besides the petitioner's own words.
 *
 * @param meeting name of the meeting (座談會) of which it is one item, "" for none; cases of one meeting share name and day
 * @param day of the meeting, ISO; "" for none
 * @param former number of the case that was answered before (再陳情), "" for none; as the petitioner says, so it opens nothing
 */
public record Origin(String meeting, String day, String former) {

    public static final Origin NONE = new Origin("", "", "");

    public boolean isOfMeeting() {
        return !meeting.isEmpty();
    }
}
