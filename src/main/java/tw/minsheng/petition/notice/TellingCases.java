package tw.minsheng.petition.notice;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.deadline.ClosingFigures;

/** The door to the cases, at which whatever is written is also told: no act without its notice. */
public final class TellingCases implements Cases {

    private final Cases cases;
    private final CaseNotices notices;

    public TellingCases(Cases cases, CaseNotices notices) {
        this.cases = cases;
        this.notices = notices;
    }

    @Override
    public Future<Opened> open(Entry entry) {
        return cases.open(notices.told(entry));
    }

    @Override
    public Future<List<CaseFile>> write(List<Kept> all) {
        return cases.write(all.stream().map(notices::told).toList());
    }

    @Override
    public Future<CaseNumber> opened(String submission) {
        return cases.opened(submission);
    }

    @Override
    public Future<CaseFile> find(CaseNumber number) {
        return cases.find(number);
    }

    @Override
    public Future<Boolean> isCode(CaseNumber number, String codeHash) {
        return cases.isCode(number, codeHash);
    }

    @Override
    public Future<List<CaseEvent>> history(CaseNumber number) {
        return cases.history(number);
    }

    @Override
    public Future<CaseFile> writeWithCode(Kept kept, String codeHash) {
        return cases.writeWithCode(notices.told(kept), codeHash);
    }

    @Override
    public Future<List<CaseFile>> related(CaseFile file, Set<String> agencies) {
        return cases.related(file, agencies);
    }

    @Override
    public <T> Future<T> near(Near near, Function<List<CaseFile>, T> judge) {
        return cases.near(near, judge);
    }

    @Override
    public Future<List<ClosingFigures>> closings(CaseNumber number) {
        return cases.closings(number);
    }

    @Override
    public Future<List<CaseFile>> list(Filter filter, int offset, int limit) {
        return cases.list(filter, offset, limit);
    }

    @Override
    public Future<Boolean> isCut(Filter filter) {
        return cases.isCut(filter);
    }
}
