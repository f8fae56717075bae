package tw.minsheng.web.staff;

import java.util.List;
import java.util.Map;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.Duplicates;

/** Says in words which cases may be about the same thing, and none of the words of those who wrote. */
record CaseLikes(Words words) {

    /** For a form that is not sent yet. */
    List<CaseViews.Like> before(List<Duplicates.Suggestion> found) {
        return found.stream().map(each -> like(each, "")).toList();
    }

    /** @param may whether this person may merge the case */
    List<CaseViews.Like> of(CaseFile file, List<Duplicates.Suggestion> found, boolean may) {
        String form = "/agency/cases/" + file.number().text() + "?parent=";
        return found.stream()
                .map(each -> like(
                        each,
                        may && isParent(file, each.file())
                                ? form + each.file().number().text() + "#do-merge"
                                : ""))
                .toList();
    }

    private static boolean isParent(CaseFile file, CaseFile other) {
        return other.state().isOpen() && other.agency().equals(file.agency());
    }

    private CaseViews.Like like(Duplicates.Suggestion found, String merge) {
        CaseFile file = found.file();
        Map<String, String> facts = Map.of(
                "metres", words.number(found.metres()),
                "address", file.petition().place().address(),
                "percent", words.number(Math.round(100 * found.likeness())));
        return new CaseViews.Like(
                "/agency/cases/" + file.number().text(),
                file.number().text(),
                words.say("cases.state." + file.state().key()),
                words.day(file.time().startedAt().toLocalDate()),
                words.say(found.measured() ? "cases.like.metres" : "cases.like.words", facts),
                merge);
    }
}
