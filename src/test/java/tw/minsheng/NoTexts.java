package tw.minsheng;

import java.util.List;
import java.util.Set;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.theme.CaseTexts;

/** There are no texts and no places. */
final class NoTexts implements CaseTexts {

    @Override
    public boolean read(CaseLedger.Period period, int most, Reader reader) {
        return false;
    }

    @Override
    public Squares squares(CaseLedger.Period period, double metres, Set<String> types) {
        return new Squares(1, 1, List.of());
    }
}
