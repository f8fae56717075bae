package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Notice;
import tw.minsheng.document.Paragraph;
import tw.minsheng.report.wording.Speech;

/**
 * The live page of comparisons: three questions of a clerk answered in words (is it better than before, who is less satisfied, what
 * should be worked on first), then one cross table of the reader's choice, then the sections of the report.
 */
final class LiveComparisons {

    private static final int MOST_SENTENCES = 9;

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

    /** The three answers, the sample, and the heading of the cross table, under which the reader chooses it. */
    List<Block> answers() {
        if (isEmpty()) {
            return List.of(Notice.information(speech.say("live.empty.title"), speech.say("live.empty")));
        }
        List<Block> blocks = new ArrayList<>();
        WaveSection waves = new WaveSection(material);
        blocks.add(answer(
                "better",
                Stream.concat(waves.verdict().stream(), waves.found().stream()).toList()));
        blocks.add(answer("who", new DifferenceSection(material).found()));
        List<String> first = new ArrayList<>(
                new ImportanceSection(material).found().stream().limit(2).toList());
        String drivers = new DriverSection(material).sentence();
        if (!drivers.isEmpty()) {
            first.add(drivers);
        }
        blocks.add(answer("first", first));
        blocks.add(Notice.information(
                speech.say("summary.sample"), material.text(material.sample().sentence())));
        Pen pen = new Pen(speech);
        pen.text(material.drawnForComparison());
        pen.heading(2, "compare-cross", speech.say("compare.cross"));
        blocks.addAll(pen.blocks());
        return blocks;
    }

    /** The cross table, and the sections of the report. */
    List<Block> blocks() {
        if (isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(new CrossSection(material).one(item, by));
        blocks.addAll(new WaveSection(material).blocks());
        blocks.addAll(new DifferenceSection(material).blocks());
        blocks.addAll(new DriverSection(material).blocks());
        blocks.addAll(new ImportanceSection(material).blocks());
        blocks.addAll(help());
        return blocks;
    }

    private boolean isEmpty() {
        return material.results().head().data().used() == 0;
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
