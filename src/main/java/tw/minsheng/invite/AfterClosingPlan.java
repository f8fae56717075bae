package tw.minsheng.invite;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Outcome;

/**
 * Who is asked after a case was closed, declared before anybody is.
 *
 * @param survey id of the survey, "" when nobody is asked
 * @param delayDays between the closing and the question
 * @param validDays during which the link takes an answer
 * @param reminderDays between the question and its one reminder
 * @param fraction of each stratum that is drawn; 1 asks everybody
 * @param fractions for closure results that are drawn at another rate
 * @param seed of the draw, by which anybody can repeat it
 * @param since cases that were closed before are not asked
 */
public record AfterClosingPlan(
        String survey,
        int delayDays,
        int validDays,
        int reminderDays,
        double fraction,
        Map<Outcome, Double> fractions,
        long seed,
        LocalDate since) {

    /** Nobody is asked. */
    public static final AfterClosingPlan NONE = new AfterClosingPlan("", 0, 0, 0, 1, Map.of(), 0, LocalDate.MAX);

    private static final int BITS = 53;

    public AfterClosingPlan {
        fractions = Map.copyOf(fractions);
    }

    public boolean isGiven() {
        return !survey.isEmpty();
    }

    /** Whether everybody is asked, so that the answers are 自願回覆 and not those of a sample. */
    public boolean asksAll() {
        return fraction >= 1 && fractions.values().stream().allMatch(each -> each >= 1);
    }

    /** The part of the cases with this result that is drawn. */
    public double fraction(Outcome outcome) {
        return fractions.getOrDefault(outcome, fraction);
    }

    /**
     * Whether this case is drawn: when the first 53 bits of {@code SHA-256(seed:number)}, as a share of all, are below the
     * fraction; the number without its check digit, as in {@code 42:115-000123}.
     */
    public boolean isDrawn(CaseNumber number, Outcome outcome) {
        String serial = number.text().substring(0, number.text().lastIndexOf('-'));
        BigInteger hash = new BigInteger(1, Sha256.of(seed + ":" + serial)).shiftRight(256 - BITS);
        return hash.doubleValue() / (1L << BITS) < fraction(outcome);
    }

    /** The stratum of a case: who answered it, what it was about, how it ended. */
    public static String stratum(String agency, String type, Outcome outcome) {
        return agency + "/" + type + "/" + outcome.key();
    }

    /** What the design was, for the audit trail. */
    public String declared() {
        return survey + " delay=" + delayDays + " valid=" + validDays + " reminder=" + reminderDays + " fraction="
                + fraction + " fractions=" + new java.util.TreeMap<>(fractions) + " seed=" + seed + " since=" + since;
    }
}
