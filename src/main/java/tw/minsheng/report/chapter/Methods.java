package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.report.wording.Speech;

/** How the numbers of reliability and validity are computed: formula, convention and source, one line each. */
final class Methods {

    private static final List<String> KEYS = List.of(
            "c.alpha",
            "c.corrected",
            "c.omega",
            "c.split",
            "c.extremes",
            "c.component",
            "c.kmo",
            "c.parallel",
            "c.rotation",
            "c.cfa",
            "c.convergent",
            "c.htmt",
            "c.overall",
            "c.cvi",
            "c.modified_kappa",
            "c.aiken",
            "c.quality");

    private Methods() {}

    /** The lines of the appendix. */
    static List<String> lines(Speech speech) {
        return KEYS.stream().map(speech::say).toList();
    }

    /**
     * What was done to make the figures of these results.
     *
     * @param full whether with every procedure of the statistics
     */
    static List<String> ofFigures(Material material, boolean full) {
        Speech speech = material.speech();
        List<String> methods =
                new ArrayList<>(List.of(speech.say("c.share"), speech.say("c.mean"), speech.say("c.score")));
        methods.addAll(full ? lines(speech) : List.of(speech.say("c.alpha"), speech.say("c.corrected")));
        if (material.sample().code().isProbability()) {
            methods.add(speech.say("c.margin"));
            methods.add(speech.say(material.sample().code() == SampleCode.W1 ? "c.wilson" : "c.logit"));
        }
        if (material.sample().weighted()) {
            methods.add(speech.say("c.weights"));
        }
        if (material.results().tables().stream().anyMatch(table -> table.key().startsWith("T2.5."))) {
            methods.add(speech.say("c.chi"));
        }
        if (material.facts().dispositions().isGiven()) {
            methods.add(speech.say("c.aapor"));
        }
        methods.add(speech.say("c.missing"));
        return methods;
    }

    /** A section of its own, for the live page; it has the name of the appendix, so that the same mentions point to it. */
    static List<Block> blocks(Material material) {
        Pen pen = new Pen(material.speech());
        pen.heading(2, "appendixC", material.speech().say("appendixC.title"));
        pen.bullets(Stream.concat(
                        lines(material.speech()).stream(),
                        Stream.of(material.speech().say("c.missing")))
                .toList());
        return pen.blocks();
    }
}
