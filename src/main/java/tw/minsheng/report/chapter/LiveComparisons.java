package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.document.Block;
import tw.minsheng.document.Notice;
import tw.minsheng.document.Paragraph;
import tw.minsheng.report.wording.Speech;

/**
 * The live page of comparisons: three questions of a clerk answered in words (is it better than before, who is less satisfied, what
 * should be worked on first), then one cross table of the reader's choice, then the sections of the report.
 */
final class LiveComparisons {

    private static final int MOST_SENTENCES = 4;

    private final Material material;
    private final String item;
    private final String by;
    private final Speech speech;

    LiveComparisons(Material material, String item, String by) {
        this.material = material;
        this.item = item.isEmpty() ? material.survey().overall() : item;
        this.by = by;
        this.speech = material.speech();
    }

    List<Block> blocks() {
        if (material.results().head().data().used() == 0) {
            return List.of(Notice.information(speech.say("live.empty.title"), speech.say("live.empty")));
        }
        List<Block> blocks = new ArrayList<>();
        WaveSection waves = new WaveSection(material);
        DifferenceSection differences = new DifferenceSection(material);
        ImportanceSection importance = new ImportanceSection(material);
        DriverSection drivers = new DriverSection(material);
        blocks.add(answer("better", waves.found()));
        blocks.add(answer("who", differences.found()));
        List<String> first =
                new ArrayList<>(importance.found().stream().limit(2).toList());
        if (!drivers.sentence().isEmpty()) {
            first.add(drivers.sentence());
        }
        blocks.add(answer("first", first));
        blocks.add(Notice.information(
                speech.say("summary.sample"), material.text(material.sample().sentence())));
        blocks.addAll(new CrossSection(material).one(item, by));
        blocks.addAll(waves.blocks());
        blocks.addAll(differences.blocks());
        blocks.addAll(drivers.blocks());
        blocks.addAll(importance.blocks());
        blocks.addAll(help());
        return blocks;
    }

    /** How to read it; it has the name of the appendix of methods, so that the mentions under the tables point to it. */
    private List<Block> help() {
        Pen pen = new Pen(speech);
        pen.heading(2, "appendixC", speech.say("compare.help.title"));
        pen.say("compare.help");
        return pen.blocks();
    }

    /** A question with its answer; without one, why there is none. */
    private Notice answer(String question, List<String> sentences) {
        List<String> said = sentences.isEmpty() ? List.of(speech.say("compare." + question + ".none")) : sentences;
        List<Paragraph> paragraphs =
                said.stream().limit(MOST_SENTENCES).map(Paragraph::of).toList();
        return new Notice(Notice.Tone.INFORMATION, speech.say("compare." + question), paragraphs);
    }
}
