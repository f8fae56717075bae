package tw.minsheng.report.petition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Printed;
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
        if (!material.table("P2.3").rows().isEmpty()) {
            new RateSection(material, chapters).write();
        }
        ResultTable top = material.table("P2.2");
        if (!top.rows().isEmpty()) {
            Grid grid = new Grid("P2.2", speech.say("p2.2.caption"))
                    .words(speech.say("head.district"))
                    .words(speech.say("p2.2.types"));
            Map<String, List<String>> districts = new LinkedHashMap<>();
            for (int row = 0; row < top.rows().size(); row++) {
                String type =
                        speech.say("p2.2.type", "type", top.text(row, "type"), "n", Printed.count(top.count(row, "n")));
                districts
                        .computeIfAbsent(top.text(row, "district"), key -> new ArrayList<>())
                        .add(type);
            }
            districts.forEach((district, types) -> grid.row(Grid.text(district), Grid.text(speech.list(types))));
            chapters.add(grid.done(material.note(material.count("cases.total"), speech.say("p2.2.note"))));
        }
    }
}
