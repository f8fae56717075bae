package tw.minsheng.report.chapter;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cover;
import tw.minsheng.document.Document;
import tw.minsheng.document.Heading;
import tw.minsheng.report.analysis.WeightCheck;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Survey;
import tw.minsheng.typeface.Printable;

/** The survey report (調查報告) as one document: front matter, five chapters, appendices. */
public final class SurveyDocument {

    private SurveyDocument() {}

    /**
     * The whole report.
     *
     * @param replaced characters that could not be printed; listed in appendix H when there are any
     */
    public static Document report(Material material, List<Printable.Replacement> replaced) {
        Parts parts = parts(material, replaced);
        List<Block> blocks = new ArrayList<>(new FrontMatter(material, parts.gaps()).blocks());
        blocks.addAll(parts.blocks());
        return document(
                material,
                blocks,
                parts.gaps().isEmpty() && material.facts().approved().isGiven());
    }

    /** @param gaps what keeps it a draft, {@code blocks} all after the front matter */
    private record Parts(List<Gap> gaps, List<Block> blocks) {}

    private static Parts parts(Material material, List<Printable.Replacement> replaced) {
        List<Block> blocks = new ArrayList<>(new DesignChapter(material).blocks());
        blocks.addAll(new SamplingChapter(material).blocks());
        blocks.addAll(new FindingsChapter(material).blocks());
        blocks.addAll(new StatisticsChapter(material).blocks());
        blocks.addAll(new ImprovementChapter(material).blocks());
        Set<String> headings = new HashSet<>(Heading.filled(blocks));
        headings.add(FrontMatter.INFORMATION);
        Appendices appendices = new Appendices(material, replaced, headings);
        blocks.addAll(appendices.blocks());
        List<Gap> gaps = new ArrayList<>(Disclosure.gaps(material));
        appendices.items().forEach(item -> item.gap().ifPresent(gaps::add));
        return new Parts(gaps, blocks);
    }

    /** What keeps the report a draft, each with where to give it. */
    public static List<String> missing(Material material) {
        Speech speech = material.speech();
        return parts(material, List.of()).gaps().stream()
                .map(gap -> speech.say("draft.gap", "what", gap.what(), "where", gap.where()))
                .toList();
    }

    /** What staff look at while answers come in: the numbers of chapters 3 and 4, the sample, and the data. */
    public static Document live(Material material) {
        List<Block> blocks = new ArrayList<>(new LiveAnalysis(material).blocks());
        return document(material, blocks);
    }

    /** 信度與效度 while answers come in. */
    public static Document scales(Material material) {
        return document(material, new LiveScales(material).blocks());
    }

    /**
     * Who differs, what matters, what changed.
     *
     * @param item that is crossed, {@code by} the question that makes the groups; "" for the usual ones
     */
    public static Document comparisons(Material material, String item, String by) {
        return document(material, new LiveComparisons(material, item, by).blocks());
    }

    /** What the live page of comparisons answers in words, up to the heading of the cross table. */
    public static Document answers(Material material) {
        return document(material, new LiveComparisons(material, "", "").answers());
    }

    /**
     * What weights do, and what must be known before they are used.
     *
     * @param checks what was looked at before
     * @param trial whether these weights are not those of the report
     */
    public static Document weighting(Material material, List<WeightCheck> checks, boolean trial) {
        return document(material, new LiveWeighting(material, checks, trial).blocks());
    }

    private static Document document(Material material, List<Block> blocks) {
        return document(material, blocks, false);
    }

    /** @param approved whether it may be called 核定: approved, and nothing missing */
    private static Document document(Material material, List<Block> blocks, boolean approved) {
        Speech speech = material.speech();
        Survey survey = material.survey();
        String title = material.text(survey.title());
        String owner = survey.owner().agency();
        return new Document(
                material.language(),
                new Document.Meta(
                        speech.say("meta.title", "title", title),
                        owner,
                        speech.say("meta.subject", "title", title),
                        List.of(speech.say("meta.keyword"), title, survey.id()),
                        material.origins().made().atStartOfDay().toInstant(ZoneOffset.UTC)),
                cover(material, approved),
                Numbering.apply(speech, blocks),
                title,
                owner,
                approved ? "" : speech.say("draft.mark"));
    }

    private static Cover cover(Material material, boolean approved) {
        Speech speech = material.speech();
        Survey survey = material.survey();
        String wave = material.results().head().wave();
        List<Cover.Line> lines = new ArrayList<>();
        lines.add(new Cover.Line(speech.say("cover.wave"), wave.isEmpty() ? speech.say("not_stated") : wave));
        lines.add(new Cover.Line(speech.say("cover.period"), Period.of(material)));
        lines.add(new Cover.Line(
                speech.say("cover.profile"),
                speech.say(material.profile().isFull() ? "profile.full" : "profile.light")));
        lines.add(new Cover.Line(speech.say("cover.state"), speech.say(approved ? "state.approved" : "state.draft")));
        lines.add(new Cover.Line(speech.say("cover.version"), survey.version().toString()));
        lines.add(new Cover.Line(
                speech.say("cover.number"), survey.id() + (wave.isEmpty() ? "" : "-" + wave) + "-" + survey.version()));
        lines.add(new Cover.Line(
                speech.say("cover.date"),
                Dates.full(material.language(), material.origins().made())));
        String owner = survey.owner().agency()
                + (survey.owner().unit().isEmpty() ? "" : " " + survey.owner().unit());
        return new Cover(owner, material.text(survey.title()), speech.say("cover.subtitle"), lines);
    }
}
