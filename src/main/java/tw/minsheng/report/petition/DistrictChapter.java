package tw.minsheng.report.petition;

import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Speech;

/** 地域分佈: counts by district and what each district has most; rates need a population, which a file of cases has not. */
final class DistrictChapter {

    private static final int MOST = 40;

    private final CaseMaterial material;
    private final Speech speech;
    private final Chapters chapters;

    DistrictChapter(CaseMaterial material, Chapters chapters) {
        this.material = material;
        this.speech = material.speech();
        this.chapters = chapters;
    }

    void write() {
        if (!material.knows("P2.1", "value")) {
            return;
        }
        chapters.chapter("districts");
        chapters.say("districts.counts");
        chapters.add(new CountTable(material).of("P2.1", "head.district", MOST));
        ResultTable top = material.table("P2.2");
        if (!top.rows().isEmpty()) {
            Grid grid = new Grid("P2.2", speech.say("p2.2.caption"))
                    .words(speech.say("head.type"))
                    .numbers(speech.say("head.n"));
            String before = "";
            for (int row = 0; row < top.rows().size(); row++) {
                String district = top.text(row, "district");
                if (!district.equals(before)) {
                    grid.group(speech.say("p2.2.district", "district", district));
                    before = district;
                }
                grid.row(Grid.text(top.text(row, "type")), Grid.count(top.count(row, "n")));
            }
            chapters.add(grid.done(material.note(material.count("cases.total"), speech.say("p2.2.note"))));
        }
    }
}
