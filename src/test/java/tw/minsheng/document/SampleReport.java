package tw.minsheng.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.chart.Chart;
import tw.minsheng.chart.Charts;
import tw.minsheng.chart.Form;
import tw.minsheng.chart.Samples;
import tw.minsheng.kernel.Language;
import tw.minsheng.typeface.Typefaces;

/** An invented report for tests. */
public final class SampleReport {

    private static final String TEXT =
            "民眾對承辦人員服務態度與洽公環境給予較高評價；對等候時間、網站資訊與申辦進度通知之評價相對較低。" + "高雄市政府工務局將其列為優先改善項目，並於次年度追蹤（χ²＝14.2，df＝4，p＝.007）。";

    private final Charts charts;

    public SampleReport(Typefaces faces) {
        this.charts = new Charts(faces);
    }

    private interface Kind {

        Chart in(Form form);
    }

    private static Figure figure(String key, String number, String caption, Kind kind) {
        return new Figure(
                key,
                number,
                caption,
                new DrawnChart(kind.in(Form.WIDE)),
                new DrawnChart(kind.in(Form.PAPER)),
                new DrawnChart(kind.in(Form.NARROW)),
                "左右兩側粗體為不滿意、滿意合計。n＝1,068，未加權；遺漏值不計。資料來源：114年度臨櫃服務滿意度調查（虛構示範資料）。",
                List.of(table(key + "-data", "", caption, 4)),
                "tables/" + key + ".csv");
    }

    private static Table table(String key, String number, String caption, int rows) {
        List<Table.Row> body = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            if (i % 10 == 0 && rows > 10) {
                body.add(Table.Row.group("第 " + (i / 10 + 1) + " 組"));
            }
            body.add(Table.Row.of(
                    Cell.text("項目 " + (i + 1)),
                    Cell.number(1000 + i, "1,0" + (10 + i)),
                    Cell.number(72.41, "72.4"),
                    Cell.number(69.62, "69.6"),
                    Cell.number(75.03, "75.0")));
        }
        body.add(Table.Row.total(List.of(
                Cell.text("全體"),
                Cell.number(1068, "1,068"),
                Cell.number(71, "71.0"),
                Cell.text("–"),
                Cell.text("無資料"))));
        return new Table(
                key,
                number,
                caption,
                List.of(
                        Table.Column.text("項目"),
                        Table.Column.number("樣本數"),
                        Table.Column.number("滿意（%）"),
                        Table.Column.number("95% 下限"),
                        Table.Column.number("95% 上限")),
                body,
                "因四捨五入，合計可能不等於 100。");
    }

    private static Document document(List<Block> blocks, String draft) {
        return new Document(
                Language.ZH_TW,
                new Document.Meta(
                        "114年度臨櫃服務滿意度調查報告",
                        "高雄市政府工務局（示範）",
                        "滿意度調查報告",
                        List.of("滿意度", "信度"),
                        Instant.parse("2025-11-03T01:02:03Z")),
                new Cover(
                        "高雄市政府工務局（虛構示範）",
                        "114年度臨櫃服務滿意度調查報告",
                        "完整版",
                        List.of(
                                new Cover.Line("波次", "第 3 波"),
                                new Cover.Line("日期", "中華民國 114 年 11 月 3 日"),
                                new Cover.Line("狀態", draft.isEmpty() ? "核定" : draft),
                                new Cover.Line("問卷版本", "kcg-pwb/counter 3.0.0"),
                                new Cover.Line("報告編號", "R-114-0001"))),
                blocks,
                "114年度臨櫃服務滿意度調查報告",
                "高雄市政府工務局（示範）",
                draft);
    }

    /** Three pages with one of each block. */
    public Document small(String draft) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Contents(Contents.Kind.HEADINGS, "目錄"));
        blocks.add(new Contents(Contents.Kind.FIGURES, "圖目錄"));
        blocks.add(new Contents(Contents.Kind.TABLES, "表目錄"));
        blocks.add(new Heading(1, "c3", "第三章", "調查結果"));
        blocks.add(new KeyFigures(List.of(
                new KeyFigures.KeyFigure("整體滿意度", "72.4%", "95% 信賴區間 69.6–75.0，n＝1,068"),
                new KeyFigures.KeyFigure("全量表 α", ".894", "95% 信賴區間 .883–.904"),
                new KeyFigures.KeyFigure("有效份數", "1,068", "114.3.3–114.4.11"))));
        blocks.add(Notice.information("抽樣誤差", "本次調查成功訪問 1,068 人，在95%信心水準下，抽樣誤差最大為±3.0個百分點。"));
        blocks.add(Notice.warning("樣本數不足", "「<線上申辦>」 & 樣本數不足 30，僅供參考。"));
        blocks.add(new Heading(2, "s3.3", "3.3", "各題次數分配"));
        blocks.add(Paragraph.of(
                Run.plain(TEXT + "見"),
                Run.reference("F3.2", "圖 3-2"),
                Run.plain("與"),
                Run.reference("T9.9", "表 9-9"),
                Run.strong("（粗體）"),
                Run.code("sha256:0f60292"),
                Run.link("javascript:alert(1)", "惡意"),
                Run.link("https://data.gov.tw/license", "授權條款")));
        blocks.add(figure("F3.2", "圖 3-2", "各項服務滿意度分布", form -> charts.likert(Samples.likert(), form)));
        blocks.add(BulletList.of(List.of("第一點 ⾼雄市政府⼯務局 😀", "第二點")));
        blocks.add(table("T3.3", "表 3-3", "各題滿意度", 5));
        return document(blocks, draft);
    }

    /** Five chapters with many charts and long tables. */
    public Document large() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Contents(Contents.Kind.HEADINGS, "目錄"));
        blocks.add(new Contents(Contents.Kind.FIGURES, "圖目錄"));
        List<Kind> kinds = List.of(
                form -> charts.fieldwork(Samples.fieldwork(), form),
                form -> charts.balance(Samples.balance(), form),
                form -> charts.likert(Samples.likert(), form),
                form -> charts.dots(Samples.dots(), form),
                form -> charts.dots(Samples.points(), form),
                form -> charts.ranked(Samples.ranked(), form));
        List<String> names = List.of("調查設計", "抽樣設計", "調查結果", "統計分析", "檢討改善");
        for (int chapter = 1; chapter <= 5; chapter++) {
            blocks.add(new Heading(1, "c" + chapter, "第" + "一二三四五".charAt(chapter - 1) + "章", names.get(chapter - 1)));
            for (int section = 1; section <= 6; section++) {
                String at = chapter + "." + section;
                blocks.add(new Heading(2, "s" + at, at, "這一節的名稱"));
                IntStream.range(0, 1 + section % 3).forEach(i -> blocks.add(Paragraph.of(TEXT)));
                blocks.add(figure(
                        "F" + at, "圖 " + at, "這是第 " + at + " 張圖的說明", kinds.get((chapter + section) % kinds.size())));
                IntStream.range(0, section % 2 + 1).forEach(i -> blocks.add(Paragraph.of(TEXT + TEXT)));
                if (section % 2 == 0) {
                    blocks.add(table("T" + at, "表 " + at, "這是第 " + at + " 張表", 6 * section));
                }
            }
        }
        blocks.add(wide());
        return document(blocks, "");
    }

    /** Many columns, long names, and a hash that has no place for a break. */
    private static Table wide() {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("題目"), Table.Column.text("雜湊")));
        IntStream.range(0, 9).forEach(i -> columns.add(Table.Column.number("欄位名稱 " + i)));
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text("請問您對於本處臨櫃服務人員在說明申辦流程與應備文件時的清楚程度是否滿意？"),
                Cell.text("0f602920f602920f602920f602920f602920f602920f602920f602920f60292f")));
        IntStream.range(0, 9).forEach(i -> cells.add(Cell.number(i, "1,06" + i)));
        return new Table("TA", "表 A", "寬表", columns, List.of(Table.Row.of(cells)), "");
    }
}
