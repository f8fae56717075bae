package tw.minsheng.petition.imports;

/** A point on the map in degrees. */
public record Place(double lat, double lon) {

    /** No point was given, or only half of one. */
    public static final Place NONE = new Place(0, 0);

    private static final double MOST_LAT = 90;
    private static final double MOST_LON = 180;

    public boolean isGiven() {
        return !equals(NONE);
    }

    /** Whether both are within the globe. */
    boolean isOnEarth() {
        return StrictMath.abs(lat) <= MOST_LAT && StrictMath.abs(lon) <= MOST_LON;
    }

    /** A point of whole degrees is a hundred kilometres wide: the foreign system cut it off, or never knew it. */
    boolean isCoarse() {
        return isGiven() && lat == StrictMath.rint(lat) && lon == StrictMath.rint(lon);
    }
}
