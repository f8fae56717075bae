package tw.minsheng.petition;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a point from what people copy out of a map on their phone: latitude and longitude with a comma or a blank between, or the
 * address of a map that holds them. A short link holds none.
 */
final class MapPoint {

    private static final String DEGREES = "(-?\\d{1,3}(?:\\.\\d{1,15})?)";
    private static final String FRACTION = "(-?\\d{1,3}\\.\\d{1,15})";

    /** The pin of an address comes before the middle of its window. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("!3d" + FRACTION + "!4d" + FRACTION),
            Pattern.compile("[?&]mlat=" + FRACTION + "&mlon=" + FRACTION),
            Pattern.compile("[?&](?:q|query|ll|destination|daddr)=(?:loc:)?" + FRACTION + "(?:,|%2[cC])(?:%20|\\+)?"
                    + FRACTION),
            Pattern.compile("@" + FRACTION + "," + FRACTION),
            Pattern.compile("#map=\\d{1,2}(?:\\.\\d+)?/" + FRACTION + "/" + FRACTION),
            Pattern.compile("geo:" + FRACTION + "," + FRACTION));

    private static final Pattern ALONE =
            Pattern.compile("[(\\[]?" + DEGREES + "(?:\\s*+[,、]\\s*+|\\s++)" + DEGREES + "[)\\]]?");

    private MapPoint() {}

    /** Empty when there is no point in it, or none on earth. */
    static Optional<Place.Point> typed(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        Matcher alone = ALONE.matcher(plain);
        if (alone.matches()) {
            return point(alone);
        }
        for (Pattern form : FORMS) {
            Matcher found = form.matcher(plain);
            if (found.find()) {
                return point(found);
            }
        }
        return Optional.empty();
    }

    private static Optional<Place.Point> point(Matcher found) {
        double north = Double.parseDouble(found.group(1));
        double east = Double.parseDouble(found.group(2));
        return Math.abs(north) <= 90 && Math.abs(east) <= 180
                ? Optional.of(Place.Point.at(north, east))
                : Optional.empty();
    }
}
