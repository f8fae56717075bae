package tw.minsheng.statistics.sampling;

import java.util.List;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;

/**
 * The rates of AAPOR, Standard Definitions, 9th edition (AA1). A rate over nothing is {@code zero_denominator}. The share
 * e of eligible contacts among the unknown ones is printed with every rate (S20).
 */
public final class ResponseRates {

    private final Dispositions of;
    private final Value e;
    private final List<Warning> warnings;

    private ResponseRates(Dispositions of, Value e, List<Warning> warnings) {
        this.of = of;
        this.e = e;
        this.warnings = List.copyOf(warnings);
    }

    /** With e = el/(el + NE), the share among those of known eligibility. */
    public static ResponseRates of(Dispositions dispositions) {
        List<Warning> warnings =
                dispositions.notEligible() == 0 ? List.of(Warning.of("no_ineligible_contacts")) : List.of();
        return new ResponseRates(
                dispositions,
                Value.ratio(dispositions.eligible(), dispositions.eligible() + dispositions.notEligible()),
                warnings);
    }

    /** With an e from another source, in [0, 1]. */
    public static ResponseRates of(Dispositions dispositions, double e) {
        if (!(e >= 0 && e <= 1)) {
            throw new IllegalArgumentException("e is a share: " + e);
        }
        return new ResponseRates(dispositions, Value.of(e), List.of());
    }

    /** Estimated share of eligible contacts among those of unknown eligibility. */
    public Value e() {
        return e;
    }

    /** {@code no_ineligible_contacts} when e is 1 only because nobody was found ineligible. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** RR1 = I/(el + u), the lowest of the response rates. */
    public Value rr1() {
        return overAll(of.complete());
    }

    /** RR2 = (I + P)/(el + u). */
    public Value rr2() {
        return overAll(of.complete() + of.partial());
    }

    /** RR3 = I/(el + e·u). */
    public Value rr3() {
        return overEstimated(of.complete());
    }

    /** RR4 = (I + P)/(el + e·u). */
    public Value rr4() {
        return overEstimated(of.complete() + of.partial());
    }

    /** RR5 = I/el. */
    public Value rr5() {
        return overEligible(of.complete());
    }

    /** RR6 = (I + P)/el. */
    public Value rr6() {
        return overEligible(of.complete() + of.partial());
    }

    /** COOP1 = I/(I + P + R + O). */
    public Value coop1() {
        return Value.ratio(of.complete(), contacted());
    }

    /** COOP2 = (I + P)/(I + P + R + O). */
    public Value coop2() {
        return Value.ratio(of.complete() + of.partial(), contacted());
    }

    /** COOP3 = I/(I + P + R). */
    public Value coop3() {
        return Value.ratio(of.complete(), able());
    }

    /** COOP4 = (I + P)/(I + P + R). */
    public Value coop4() {
        return Value.ratio(of.complete() + of.partial(), able());
    }

    /** REF1 = R/(el + u). */
    public Value ref1() {
        return overAll(of.refusal());
    }

    /** REF2 = R/(el + e·u). */
    public Value ref2() {
        return overEstimated(of.refusal());
    }

    /** REF3 = R/el. */
    public Value ref3() {
        return overEligible(of.refusal());
    }

    /** CON1 = (I + P + R + O)/(el + u). */
    public Value con1() {
        return overAll(contacted());
    }

    /** CON2 = (I + P + R + O)/(el + e·u). */
    public Value con2() {
        return overEstimated(contacted());
    }

    /** CON3 = (I + P + R + O)/el. */
    public Value con3() {
        return overEligible(contacted());
    }

    /** LOC1 = el/(el + u). */
    public Value loc1() {
        return overAll(of.eligible());
    }

    /** LOC2 = el/(el + e·u). */
    public Value loc2() {
        return overEstimated(of.eligible());
    }

    private double contacted() {
        return able() + of.other();
    }

    private double able() {
        return of.complete() + of.partial() + of.refusal();
    }

    private Value overAll(double count) {
        return Value.ratio(count, of.eligible() + of.unknown());
    }

    private Value overEstimated(double count) {
        if (of.unknown() == 0) {
            return overEligible(count); // e does not matter, and may not exist
        }
        return e.isKnown() ? Value.ratio(count, of.eligible() + e.number() * of.unknown()) : e;
    }

    private Value overEligible(double count) {
        return Value.ratio(count, of.eligible());
    }
}
