package tw.minsheng.report.petition;

import java.time.ZoneOffset;
import java.util.List;
import tw.minsheng.document.Cover;
import tw.minsheng.document.Document;
import tw.minsheng.report.chapter.Numbering;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** The report on petitions as one document. */
public final class CaseDocument {

    private CaseDocument() {}

    /** The whole report; a draft, because a file alone is approved by nobody. */
    public static Document of(CaseMaterial material) {
        Chapters chapters = new Chapters(material.speech());
        new Opening(material, chapters).write();
        write(material, chapters);
        return document(material, chapters);
    }

    /** What staff look at while cases come in: the summary and the chapters. */
    public static Document live(CaseMaterial material) {
        Chapters chapters = new Chapters(material.speech());
        new Opening(material, chapters).summary();
        write(material, chapters);
        return document(material, chapters);
    }

    private static void write(CaseMaterial material, Chapters chapters) {
        new TypeChapter(material, chapters).write();
        new DistrictChapter(material, chapters).write();
        new ResponseChapter(material, chapters).write();
        new SurgeChapter(material, chapters).write();
        new FairnessChapter(material, chapters).write();
    }

    private static Document document(CaseMaterial material, Chapters chapters) {
        Speech speech = material.speech();
        String title = speech.say("title");
        String source = material.results().source();
        return new Document(
                material.language(),
                new Document.Meta(
                        title + " " + source,
                        source,
                        speech.say("meta.subject", "period", material.period()),
                        List.of(title, source),
                        material.origins().made().atStartOfDay().toInstant(ZoneOffset.UTC)),
                cover(material, title),
                Numbering.apply(speech, chapters.blocks()),
                speech.say(
                        "running.title",
                        "title",
                        title,
                        "from",
                        Dates.plain(material.language(), material.results().from()),
                        "to",
                        Dates.plain(
                                material.language(), material.results().until().toLocalDate())),
                speech.say(
                        "running.source",
                        "source",
                        source,
                        "refused",
                        Printed.count(material.count("cases.refused_rows"))),
                speech.say("draft.mark"));
    }

    private static Cover cover(CaseMaterial material, String title) {
        Speech speech = material.speech();
        return new Cover(
                material.results().source(),
                title,
                material.period(),
                List.of(
                        new Cover.Line(speech.say("cover.cases"), Printed.count(material.count("cases.total"))),
                        new Cover.Line(
                                speech.say("cover.refused"), Printed.count(material.count("cases.refused_rows"))),
                        new Cover.Line(speech.say("cover.basis"), speech.say("basis.calendar")),
                        new Cover.Line(speech.say("cover.state"), speech.say("state.draft")),
                        new Cover.Line(
                                speech.say("cover.date"),
                                Dates.full(
                                        material.language(), material.origins().made()))));
    }
}
