package tw.minsheng.report.draw;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import tw.minsheng.report.Facts;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.sampling.Dispositions;
import tw.minsheng.statistics.sampling.ResponseRates;

/** The rates of AAPOR of a table of contacts (T2.4), in the order in which they are printed. */
public record ContactRates(Map<String, OptionalDouble> rates, OptionalDouble e, boolean noIneligible) {

    /** A rate over nothing has no number. */
    public static ContactRates of(Facts.Dispositions of) {
        ResponseRates rates =
                ResponseRates.of(new Dispositions(of.i(), of.p(), of.r(), of.nc(), of.o(), of.uh(), of.uo(), of.ne()));
        Map<String, OptionalDouble> all = new LinkedHashMap<>();
        all.put("RR1", number(rates.rr1()));
        all.put("RR2", number(rates.rr2()));
        all.put("RR3", number(rates.rr3()));
        all.put("RR4", number(rates.rr4()));
        all.put("RR5", number(rates.rr5()));
        all.put("RR6", number(rates.rr6()));
        all.put("COOP1", number(rates.coop1()));
        all.put("COOP2", number(rates.coop2()));
        all.put("COOP3", number(rates.coop3()));
        all.put("COOP4", number(rates.coop4()));
        all.put("REF1", number(rates.ref1()));
        all.put("REF2", number(rates.ref2()));
        all.put("REF3", number(rates.ref3()));
        all.put("CON1", number(rates.con1()));
        all.put("CON2", number(rates.con2()));
        all.put("CON3", number(rates.con3()));
        all.put("LOC1", number(rates.loc1()));
        all.put("LOC2", number(rates.loc2()));
        return new ContactRates(all, number(rates.e()), !rates.warnings().isEmpty());
    }

    private static OptionalDouble number(Value value) {
        return value.isKnown() ? OptionalDouble.of(value.number()) : OptionalDouble.empty();
    }
}
