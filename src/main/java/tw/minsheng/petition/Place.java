package tw.minsheng.petition;

/**
 * Where the matter is.
 *
 * @param district key of the district (行政區), "" when unknown
 * @param address as written, "" when not given
 * @param point on the map, {@link Point#NONE} when not given
 */
public record Place(String district, String address, Point point) {

    public static final Place UNKNOWN = new Place("", "", Point.NONE);

    /**
     * WGS 84.
     *
     * @param given false when there is no point; the numbers then mean nothing
     */
    public record Point(boolean given, double latitude, double longitude) {

        public static final Point NONE = new Point(false, 0, 0);

        /** @throws IllegalArgumentException when it is nowhere on earth */
        public Point {
            if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
                throw new IllegalArgumentException("nowhere: " + latitude + ", " + longitude);
            }
        }

        public static Point at(double latitude, double longitude) {
            return new Point(true, latitude, longitude);
        }
    }
}
