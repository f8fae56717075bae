package tw.minsheng.report.chapter;

import java.util.List;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Notice;
import tw.minsheng.report.wording.Speech;

/** The live analysis page: the same blocks as the report, without the prose of an approved document. */
final class LiveAnalysis {

    private final Material material;
    private final Speech speech;

    LiveAnalysis(Material material) {
        this.material = material;
        this.speech = material.speech();
    }

    List<Block> blocks() {
        if (material.results().head().data().used() == 0) {
            return List.of(Notice.information(speech.say("live.empty.title"), speech.say("live.empty")));
        }
        Stream<Block> first = Stream.of(Notice.information(
                speech.say("summary.sample"), material.text(material.sample().sentence())));
        Stream<Block> rest = Stream.of(
                        new FindingsChapter(material).blocks(),
                        new StatisticsChapter(material).blocks(),
                        new SamplingChapter(material).blocks())
                .flatMap(List::stream);
        return Stream.concat(first, rest).toList();
    }
}
