package tw.minsheng.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Invented data for drawing charts in tests. */
public final class Samples {

    public static final List<String> SATISFACTION = List.of("非常不滿意", "不滿意", "普通", "滿意", "非常滿意");

    private Samples() {}

    public static Words words(String title, String subtitle) {
        return new Words(title, subtitle, "資料來源：114年度臨櫃服務滿意度調查（虛構示範資料），n＝1,068；未加權。", title + "。詳細數據見附表。", "無資料");
    }

    public static LikertData likert() {
        String[] items = {"承辦人員服務態度", "洽公環境與無障礙設施", "電話禮貌與轉接", "整體服務滿意度", "線上申辦操作便利", "申辦流程清楚易懂", "網站資訊容易查找", "等候時間合理"};
        double[][] shares = {
            {2, 5, 14, 48, 31},
            {2, 6, 17, 49, 26},
            {3, 6, 18, 47, 26},
            {3, 7, 18, 49, 23},
            {4, 9, 24, 44, 19},
            {5, 13, 22, 41, 19},
            {6, 15, 27, 38, 14},
            {8, 19, 25, 35, 13}
        };
        List<LikertData.Row> rows = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            double[] s = shares[i];
            rows.add(new LikertData.Row(
                    items[i], i == 4 ? "n＝312" : "", List.of(s[0], s[1], s[2], s[3], s[4]), s[0] + s[1], s[3] + s[4]));
        }
        return new LikertData(words("等候時間與網站資訊最需改善，服務態度獲近八成滿意", "各項服務滿意度分布（%）；左右兩側粗體為不滿意、滿意合計"), SATISFACTION, 2, rows);
    }

    public static DotsData dots() {
        return new DotsData(
                words("洽公環境得分最高，服務專業性最低", "構面分數（0–100），線段為 95% 信賴區間；橫軸自 60 分起"),
                new DotsData.Axis("分數（0–100）", 60, 85, 5, ""),
                List.of(new DotsData.Reference(75, "目標值 75")),
                List.of(
                        new DotsData.Row("洽公環境", "n＝1,061", new Mark.Interval(78.4, 77.1, 79.6, "78.4")),
                        new DotsData.Row("服務禮儀", "n＝1,049", new Mark.Interval(74.2, 72.6, 75.9, "74.2")),
                        new DotsData.Row("服務專業性", "n＝988", new Mark.Interval(68.9, 66.2, 71.4, "68.9")),
                        new DotsData.Row("線上申辦（僅供曾使用者回答的題組）", "n＝0", new Mark.None())));
    }

    public static DotsData points() {
        return new DotsData(
                words("服務態度平均最高", "各題平均（1–5 分）；自願填答"),
                new DotsData.Axis("平均（1–5 分）", 1, 5, 1, ""),
                List.of(),
                IntStream.range(0, 6)
                        .mapToObj(i -> new DotsData.Row(
                                "第 " + (i + 1) + " 題",
                                "",
                                new Mark.Point(4.4 - 0.17 * i, String.format("%.2f", 4.4 - 0.17 * i))))
                        .toList());
    }

    public static FieldworkData fieldwork() {
        LocalDate start = LocalDate.of(2025, 3, 3);
        List<FieldworkData.Day> days = IntStream.range(0, 40)
                .filter(i -> i % 7 < 5)
                .mapToObj(i -> new FieldworkData.Day(start.plusDays(i), 20 + (i * 37) % 45))
                .toList();
        return new FieldworkData(
                words("催收後每日回收增加", "每日與累計完成份數"),
                "每日完成份數",
                "累計完成份數",
                days,
                List.of(
                        new FieldworkData.Event(start.plusDays(21), "第一次催收"),
                        new FieldworkData.Event(start.plusDays(24), "第二次催收")),
                List.of(new FieldworkData.Plan(1_068, "計畫 1,068 份")),
                date -> date.getMonthValue() + "/" + date.getDayOfMonth(),
                count -> String.format("%,d", count));
    }

    public static BalanceData balance() {
        return new BalanceData(
                words("加權前 60 歲以上比例偏低", "樣本與母體的差距（百分點）"),
                "與母體的差距（百分點）",
                "母體",
                "加權前",
                "加權後",
                List.of(
                        new BalanceData.Group(
                                "性別",
                                List.of(
                                        new BalanceData.Row("男（母體 49.1%）", -4.3, 0, "−4.3 → 0.0"),
                                        new BalanceData.Row("女（母體 50.9%）", 4.3, 0, "＋4.3 → 0.0"))),
                        new BalanceData.Group(
                                "年齡",
                                List.of(
                                        new BalanceData.Row("18–39 歲（母體 33.2%）", 5.8, 0.2, "＋5.8 → ＋0.2"),
                                        new BalanceData.Row("40–59 歲（母體 36.4%）", 1.1, -0.1, "＋1.1 → −0.1"),
                                        new BalanceData.Row("60 歲以上（母體 30.4%）", -6.9, -0.1, "−6.9 → −0.1"))),
                        new BalanceData.Group(
                                "教育程度（未用於加權）",
                                List.of(
                                        new BalanceData.Row("高中職以下", -3.2, -2.4, "−3.2 → −2.4"),
                                        new BalanceData.Row("大專以上", 3.2, 2.4, "＋3.2 → ＋2.4")))));
    }

    public static RankedData ranked() {
        return new RankedData(
                words("等候時間是最常提到的意見", "開放意見主題，件數"),
                List.of(
                        new RankedData.Row("等候時間", 124, "124（28.1%）", false),
                        new RankedData.Row("停車不便", 98, "98（22.2%）", false),
                        new RankedData.Row("網站資訊", 61, "61（13.8%）", false),
                        new RankedData.Row("其他", 158, "158（35.8%）", true)));
    }

    public static HeatData heat() {
        List<HeatData.Cell> lamps = List.of(
                new HeatData.Cell("124", HeatData.Shade.FAR_ABOVE),
                new HeatData.Cell("98", HeatData.Shade.ABOVE),
                new HeatData.Cell("3", HeatData.Shade.NONE));
        List<HeatData.Cell> roads = List.of(
                new HeatData.Cell("4", HeatData.Shade.FAR_BELOW),
                new HeatData.Cell("11", HeatData.Shade.BELOW),
                new HeatData.Cell("3", HeatData.Shade.NONE));
        return new HeatData(
                words("路燈多由電話通報", "件數，依類別與管道"),
                List.of("電話", "線上即時服務系統", "書面"),
                List.of(new HeatData.Row("路燈故障", lamps), new HeatData.Row("道路坑洞", roads)));
    }

    public static HistogramData histogram() {
        List<Long> counts = List.of(0L, 0L, 0L, 34L, 120L, 310L, 402L, 141L, 48L, 9L, 4L);
        return new HistogramData(
                words("權數介於 0.61 至 2.10", "權數以平均權數為 1 表示"),
                "份數",
                "權數（組距 0.20）",
                IntStream.range(0, counts.size())
                        .mapToObj(i -> new HistogramData.Bin(i * 0.2, (i + 1) * 0.2, counts.get(i)))
                        .toList(),
                List.of(new DotsData.Reference(1.12, "中位數 1.12")));
    }

    static FlowData flow() {
        return new FlowData(
                words("收件最多的是三月", "件數"),
                "收件",
                "結案",
                "收件減結案",
                List.of(
                        new FlowData.Period("114/1", 40, 35),
                        new FlowData.Period("114/2", 0, 12),
                        new FlowData.Period("114/3", 63, 50)));
    }

    static AgesData ages() {
        return new AgesData(
                words("三月底未結 18 件", "件數"),
                "未結件數",
                List.of("0–6 天", "7–14 天", "15–30 天", "超過 30 天"),
                List.of(
                        new AgesData.Period("114/1", List.of(3L, 1L, 0L, 1L)),
                        new AgesData.Period("114/2", List.of(0L, 0L, 0L, 0L)),
                        new AgesData.Period("114/3", List.of(9L, 4L, 2L, 3L))));
    }

    static CurveData curve() {
        return new CurveData(
                words("一半案件在 2 天內結案", "含未結案件"),
                "尚未結案",
                "日數",
                List.of(
                        new CurveData.Step(0, 100, 100, 100),
                        new CurveData.Step(2, 50, 35, 64),
                        new CurveData.Step(6, 20, 9, 33)),
                "仍在觀察的件數",
                List.of(new CurveData.Watched(0, "40"), new CurveData.Watched(3, "20"), new CurveData.Watched(6, "8")),
                List.of(new DotsData.Reference(2, "中位數 2 天")));
    }

    public static GroupedData grouped() {
        return new GroupedData(
                words("女性各項分數較高", "0–100 分；線段為 95% 信賴區間"),
                "分數（0–100）",
                100,
                20,
                "",
                List.of("青年（n＝210）", "中年（n＝402）", "老年（n＝331）"),
                List.of(
                        new GroupedData.Row(
                                "整體滿意度",
                                "",
                                List.of(
                                        new Mark.Interval(61.2, 57, 65.4, "61.2"),
                                        new Mark.Interval(70.3, 68, 72.6, "70.3"),
                                        new Mark.Interval(78.9, 76.1, 81.7, "78.9"))),
                        new GroupedData.Row(
                                "環境",
                                "",
                                List.of(
                                        new Mark.Interval(3, 1, 9, "3.0"),
                                        new Mark.None(),
                                        new Mark.Point(55, "55.0")))));
    }

    public static TrendData trend() {
        return new TrendData(
                words("第 2 版問卷改版，前後不連線", "滿意比率；色帶與直線為 95% 信賴區間"),
                "滿意比率（%）",
                new DotsData.Axis("", 55, 85, 5, "%"),
                List.of(
                        wave("111", LocalDate.of(2022, 5, 12), new Mark.Interval(68, 65, 71, "68%"), ""),
                        wave("112", LocalDate.of(2023, 5, 20), new Mark.Interval(71, 68.4, 73.6, "71%"), ""),
                        wave("113", LocalDate.of(2024, 11, 3), new Mark.Interval(66, 62, 70, "66%"), ""),
                        wave("114", LocalDate.of(2025, 4, 8), new Mark.Interval(75, 72, 78, "75%"), "問卷重大改版"),
                        wave("115", LocalDate.of(2026, 5, 2), new Mark.Interval(79, 76, 82, "79%"), "")));
    }

    private static TrendData.Wave wave(String name, LocalDate day, Mark mark, String broken) {
        String date = (day.getYear() - 1911) + "/" + day.getMonthValue();
        return new TrendData.Wave(day, "波次 " + name, date, mark, broken);
    }

    static ControlData control() {
        return new ControlData(
                words("一個月份超出管制界限", "逾限率"),
                "逾限率",
                "全期 10%",
                10,
                List.of(
                        new ControlData.Month("114/1", 8, 0, 22),
                        new ControlData.Month("114/2", 31, 1, 20),
                        new ControlData.Month("114/3", 10, 10, 10)));
    }

    static WeeksData weeks() {
        return new WeeksData(
                words("一個突增", "每週件數"),
                List.of(new WeeksData.Panel("路燈", "紅 9 件", List.of(1L, 0L, 2L, 9L), "1/6", "1/27")));
    }

    public static ScreeData scree() {
        return new ScreeData(
                words("平行分析建議 2 個因素", "陡坡圖；12 題，n＝1,068，皮爾森相關"),
                "特徵值",
                "平行分析第 95 百分位",
                "成分序號",
                List.of(4.82, 1.63, 1.12, .81, .67, .58, .49, .42, .35, .29, .26, .21),
                List.of(1.31, 1.22, 1.15, 1.09, 1.04, .99, .94, .90, .85, .80, .75, .68));
    }

    public static IpaData ipa() {
        return new IpaData(
                words("「等候時間」等 3 題：重要但滿意度低於平均", "十字線為各題平均"),
                "重要度",
                "滿意度",
                new IpaData.Cross(.41, 3.7),
                List.of("I 繼續保持", "II 供給過度", "III 優先順序較低", "IV 優先改善"),
                List.of(
                        new IpaData.Point(.52, 4.21, "服務態度", false),
                        new IpaData.Point(.61, 4.08, "專業知識", false),
                        new IpaData.Point(.55, 3.52, "流程清楚", false),
                        new IpaData.Point(.48, 3.18, "等候時間", false),
                        new IpaData.Point(.412, 3.71, "表單簡化", true),
                        new IpaData.Point(.30, 3.35, "申訴管道", false),
                        new IpaData.Point(.22, 4.11, "洽公環境", false)));
    }

    public static SpreadData spread() {
        List<SpreadData.Panel> panels = new ArrayList<>();
        for (LikertData.Row row : likert().rows()) {
            panels.add(new SpreadData.Panel(row.label(), "n＝1,068", row.shares()));
        }
        panels.add(new SpreadData.Panel("線上申辦（僅供曾使用者回答的題組）", "n＝0", List.of()));
        return new SpreadData(words("「等候時間」偏低，「服務態度」近三成達最高分", "各題次數分配（%）"), List.of("1", "2", "3", "4", "5"), panels);
    }
}
