package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.document.Block;
import tw.minsheng.document.Notice;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Result;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Survey;

/** 第五章 檢討改善. It is never empty: it shows what the definition's rules found, and why there are no actions. */
final class ImprovementChapter {

    private final Material material;
    private final Survey survey;
    private final Speech speech;
    private final Pen pen;

    ImprovementChapter(Material material) {
        this.material = material;
        this.survey = material.survey();
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    List<Block> blocks() {
        pen.chapter("ch5");
        findings();
        measures();
        if (material.profile().isFull()) {
            next();
        }
        return pen.blocks();
    }

    private void findings() {
        pen.section("5.1");
        own("5.1");
        Grid grid = new Grid("T5.1", speech.say("t5.1.caption"))
                .words(speech.say("head.finding"))
                .words(speech.say("head.evidence"))
                .words(speech.say("head.strength"));
        for (Finding finding : Finding.all(material)) {
            grid.row(Grid.text(finding.text()), Grid.text(finding.mentions(speech)), Grid.text(finding.strength()));
        }
        if (grid.isEmpty()) {
            pen.say("5.1.none");
        } else {
            pen.add(grid.done(""));
        }
    }

    private void measures() {
        pen.section("5.2");
        own("5.2");
        List<ActionFinding> findings = ActionFinding.all(survey, material.results());
        if (findings.isEmpty()) {
            pen.say("5.2.no_rules");
        } else {
            long due = findings.stream().filter(ActionFinding::holds).count();
            pen.say("5.2.rules", "rules", findings.size(), "due", due);
            rules(findings);
        }
        Facts.NoActions none = material.facts().noActions();
        if (none.isGiven()) {
            pen.add(Notice.information(
                    speech.say("5.2.no_actions.title"),
                    speech.say(
                            "5.2.no_actions",
                            "reason",
                            none.reason(),
                            "signed",
                            none.signedBy().isEmpty() ? speech.say("not_stated") : none.signedBy())));
        } else {
            pen.add(Notice.warning(speech.say("5.2.open.title"), speech.say("5.2.open")));
        }
    }

    private void rules(List<ActionFinding> findings) {
        RuleWords words = RuleWords.of(material);
        Grid grid = new Grid("T5.2", speech.say("t5.2.caption"))
                .words(speech.say("head.rule"))
                .numbers(speech.say("head.found"))
                .words(speech.say("head.outcome"))
                .words(speech.say("head.owner"));
        for (ActionFinding finding : findings) {
            grid.row(
                    Grid.text(speech.say(
                            "rule.with_code",
                            "rule",
                            words.asked(finding),
                            "id",
                            finding.rule().id())),
                    Grid.text(words.met(finding)),
                    Grid.text(words.outcome(finding)),
                    Grid.text(speech.say(
                            "rule.owner",
                            "owner",
                            finding.rule().owner(),
                            "days",
                            finding.rule().dueDays())));
        }
        pen.add(grid.done(speech.say("t5.2.note")));
    }

    private void next() {
        pen.section("5.5");
        own("5.5");
        List<String> advice = new ArrayList<>(new ReviewAdvice(material).all());
        size().ifPresent(advice::add);
        if (advice.isEmpty()) {
            pen.say("5.5.none");
        } else {
            pen.bullets(advice);
        }
    }

    /** Of volunteers no margin is said, only what was planned and what came. */
    private Optional<String> size() {
        boolean drawn = material.sample().code().isProbability();
        String used = Printed.whole(material.results().get("sample.n").number());
        return material.results()
                .find(drawn ? "plan.next_n_deff_after_fpc_int" : "plan.n_deff_after_fpc_int")
                .map(plan -> drawn
                        ? speech.say(
                                "5.5.size",
                                "n",
                                Printed.whole(plan.number()),
                                "used",
                                used,
                                "deff",
                                Printed.fixed(
                                        material.results()
                                                .find("sample.deff_design")
                                                .filter(Result::isKnown)
                                                .orElseGet(
                                                        () -> material.results().get("sample.deff_kish"))
                                                .number(),
                                        2),
                                "margin",
                                Printed.fixed(survey.sampling().precision().marginOfError() * 100, 1))
                        : speech.say("5.5.size.without", "n", Printed.whole(plan.number()), "used", used));
    }

    private void own(String section) {
        pen.text(material.facts().text(section));
    }
}
