package tw.minsheng.invite.draw;

/**
 * Somebody who was drawn.
 *
 * @param unit id in the frame
 * @param group her stratum or cluster, "" where there is none
 * @param weight 1/π
 * @param contact how she can be reached
 */
public record DrawnPerson(String unit, String group, double weight, Reach contact) {

    /** How somebody can be reached, as the frame tells it; "" where it tells nothing. */
    public record Reach(String name, String email, String phone, String language) {

        /** The frame told no way. */
        public static final Reach NONE = new Reach("", "", "", "");

        public boolean isGiven() {
            return !email.isEmpty() || !phone.isEmpty();
        }

        /** Personal data must not get into logs by way of a message. */
        @Override
        public String toString() {
            return "Reach";
        }
    }

    /** An id may be a name. */
    @Override
    public String toString() {
        return "DrawnPerson";
    }
}
