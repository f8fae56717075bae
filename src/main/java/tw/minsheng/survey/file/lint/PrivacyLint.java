package tw.minsheng.survey.file.lint;

import java.util.List;
import java.util.Map;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;

/** L37, L38: the privacy notice, and what an anonymous survey may not ask. */
final class PrivacyLint implements Lint {

    private static final String NOTICE = "privacy.notice.";
    private static final List<String> ITEMS = List.of("agency", "purpose", "categories", "use", "rights", "refusal");

    static boolean isNoticeItem(String path) {
        return path.startsWith(NOTICE);
    }

    @Override
    public void check(Outline survey, Findings findings) {
        Node privacy = survey.root().get("privacy");
        if (privacy instanceof Node.Mapping) {
            notice(privacy.get("notice"), findings);
        }
        if (privacy.get("anonymous").isTrue()) {
            survey.questions()
                    .filter(question -> question.get("personalData").isTrue())
                    .forEach(question -> findings.add(
                            Rule.L38,
                            question.get("personalData").mark(),
                            Map.of("id", Phrase.of(question.get("id").text()))));
        }
    }

    private static void notice(Node notice, Findings findings) {
        List<Phrase> missing = ITEMS.stream()
                .filter(item ->
                        notice.get(item).get(Language.ZH_TW.tag()).text().isBlank())
                .map(item -> Phrase.key("notice." + item))
                .toList();
        if (!missing.isEmpty()) {
            findings.add(Rule.L37, notice.mark(), Map.of("items", Phrase.list(missing)));
        }
    }
}
