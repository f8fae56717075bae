package tw.minsheng.petition;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which cases may be about the same thing: the same type, within 30 days, within 50 m when both have a point on the map, else
 * by address, district and words. Only suggestions, for somebody to judge; nothing is ever merged by itself.
 */
public final class Duplicates {

    /** Either way from the receipt. */
    public static final Duration SPAN = Duration.ofDays(30);

    /** Beyond that, two holes in the road are two. */
    public static final double METRES = 50;

    /** In the same district, without points and with other addresses. Chosen, not measured. */
    private static final double ALIKE = 0.25;

    /** Where nobody knows the place of one of both. Chosen, not measured. */
    private static final double VERY_ALIKE = 0.5;

    private static final int MOST = 5;
    private static final double METRES_PER_DEGREE = 111_195;

    private Duplicates() {}

    /**
     * A case that may be the same.
     *
     * @param likeness of the words, from 0 to 1
     * @param measured whether both have a point on the map
     * @param metres between them; means nothing when not measured
     */
    public record Suggestion(CaseFile file, double likeness, boolean measured, long metres) {}

    /** The most alike first, five at most. */
    static List<Suggestion> among(CaseFile self, List<CaseFile> candidates) {
        return among(self.petition(), self.time().startedAt(), candidates).stream()
                .filter(each -> !each.file().number().equals(self.number()) && !isTied(self, each.file()))
                .limit(MOST)
                .toList();
    }

    /** The same for a petition that is not taken yet. */
    static List<Suggestion> before(Petition petition, LocalDateTime received, List<CaseFile> candidates) {
        return among(petition, received, candidates).stream().limit(MOST).toList();
    }

    private static List<Suggestion> among(Petition petition, LocalDateTime received, List<CaseFile> candidates) {
        Likeness words = Likeness.to(petition.text());
        return candidates.stream()
                .filter(each -> each.petition().type().equals(petition.type()))
                .filter(each -> isNearInTime(received, each.time().startedAt()))
                .flatMap(each -> suggestion(petition, words, each).stream())
                .sorted(Comparator.comparingDouble(Suggestion::likeness)
                        .reversed()
                        .thenComparing(each -> each.file().number().text()))
                .toList();
    }

    private static boolean isTied(CaseFile self, CaseFile other) {
        String mine = self.number().text();
        return other.parent().equals(mine)
                || self.parent().equals(other.number().text())
                || (!self.parent().isEmpty() && self.parent().equals(other.parent()));
    }

    private static boolean isNearInTime(LocalDateTime one, LocalDateTime other) {
        return Duration.between(one, other).abs().compareTo(SPAN) <= 0;
    }

    private static Optional<Suggestion> suggestion(Petition petition, Likeness words, CaseFile file) {
        Place here = petition.place();
        Place there = file.petition().place();
        double likeness = words.of(file.petition().text());
        if (here.point().given() && there.point().given()) {
            double metres = metres(here.point(), there.point());
            return metres <= METRES
                    ? Optional.of(new Suggestion(file, likeness, true, Math.round(metres)))
                    : Optional.empty();
        }
        String address = Likeness.plain(here.address());
        boolean sameAddress = !address.isEmpty() && address.equals(Likeness.plain(there.address()));
        boolean known = !here.district().isEmpty() && !there.district().isEmpty();
        boolean sameDistrict = known && here.district().equals(there.district());
        boolean alike = sameDistrict ? likeness >= ALIKE : !known && likeness >= VERY_ALIKE;
        return sameAddress || alike ? Optional.of(new Suggestion(file, likeness, false, 0)) : Optional.empty();
    }

    /** On a plane; over 50 m the error is far below that of a telephone's position. */
    static double metres(Place.Point one, Place.Point other) {
        double north = (other.latitude() - one.latitude()) * METRES_PER_DEGREE;
        double east = (other.longitude() - one.longitude())
                * METRES_PER_DEGREE
                * StrictMath.cos(StrictMath.toRadians(one.latitude()));
        return StrictMath.hypot(north, east);
    }
}
