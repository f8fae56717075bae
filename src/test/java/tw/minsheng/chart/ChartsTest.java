package tw.minsheng.chart;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.document.DrawnChart;
import tw.minsheng.document.SvgWriter;
import tw.minsheng.typeface.Typefaces;

class ChartsTest {

    private static final Charts CHARTS = new Charts(new Typefaces());
    private static final String LONG = "請問您對於本處臨櫃服務人員在說明申辦流程與應備文件時的清楚程度以及耐心程度是否感到滿意？（僅供曾經親自到場者回答）";

    /** Every colour of the specification's table, and no other. */
    private static final Set<String> COLOURS = Set.of(
            "#1b2733", "#3c4650", "#66727f", "#e4e8ec", "#a9b2bb", "#ffffff", "#0b6fa4", "#c7660a", "#0a8563",
            "#a8457f", "#5a6b7b", "#8a6d00", "#b9c3cd", "#a9560a", "#a6480f", "#e9a66b", "#dde1e5", "#83bad8",
            "#eef5f9", "#fcf1e7", "#f7f8f9", "#7c8894", "#1a6496", "#b3261e", "#eceff2", "#eff6fa", "#cfe4f0",
            "#9fcae1", "#63a8cc", "#2b78a8", "#125a8a", "#083b60");

    private static final Set<String> SIZES = Set.of("17", "12.5", "12", "11.5", "13", "10.5");

    private static String svg(Chart chart) {
        return SvgWriter.svg(new DrawnChart(chart), "x", SvgWriter.TextMode.TEXT);
    }

    private static Stream<Chart> all(Form form) {
        return Stream.of(
                CHARTS.likert(Samples.likert(), form),
                CHARTS.dots(Samples.dots(), form),
                CHARTS.dots(Samples.points(), form),
                CHARTS.fieldwork(Samples.fieldwork(), form),
                CHARTS.balance(Samples.balance(), form),
                CHARTS.ranked(Samples.ranked(), form),
                CHARTS.heat(Samples.heat(), form),
                CHARTS.histogram(Samples.histogram(), form),
                CHARTS.flow(Samples.flow(), form),
                CHARTS.ages(Samples.ages(), form),
                CHARTS.curve(Samples.curve(), form),
                CHARTS.trend(Samples.trend(), form),
                CHARTS.grouped(Samples.grouped(), form),
                CHARTS.weeks(Samples.weeks(), form),
                CHARTS.control(Samples.control(), form),
                CHARTS.scree(Samples.scree(), form),
                CHARTS.ipa(Samples.ipa(), form),
                CHARTS.spread(Samples.spread(), form));
    }

    /** What may be in its part by chance is hollow; names stand apart from each other. */
    @Test
    void pointsNearTheCrossAreHollow() {
        String svg = svg(CHARTS.ipa(Samples.ipa(), Form.WIDE));
        long points = Samples.ipa().points().size();
        long near = Samples.ipa().points().stream().filter(IpaData.Point::near).count();
        assertEquals(1, near);
        assertEquals(
                points - near,
                found("(<path[^>]*fill=\"#(?:0b6fa4|a6480f|7c8894)\"[^>]*>)", svg)
                        .size());
        Samples.ipa().points().forEach(point -> assertTrue(svg.contains(point.label()), point.label()));
        Samples.ipa().quadrants().forEach(part -> assertTrue(svg.contains(part), part));
        assertThrows(
                IllegalArgumentException.class,
                () -> new IpaData(Samples.ipa().words(), "", "", new IpaData.Cross(0, 0), List.of("one"), List.of()));
    }

    @Test
    void countsThatAreNoneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FlowData.Period("1", -1, 0));
        AgesData.Period period = new AgesData.Period("1", List.of(1L));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AgesData(Samples.words("t", ""), "n", List.of("a", "b"), List.of(period)));
        assertThrows(IllegalArgumentException.class, () -> new CurveData.Step(0, Double.NaN, 0, 0));
    }

    @Test
    void emptyPeriodsAndCurvesAreDrawn() {
        for (Form form : Form.values()) {
            Words words = Samples.words("t", "");
            assertTrue(svg(CHARTS.flow(new FlowData(words, "in", "out", "net", List.of()), form))
                            .length()
                    > 200);
            assertTrue(svg(CHARTS.ages(new AgesData(words, "n", List.of(), List.of()), form))
                            .length()
                    > 200);
            assertTrue(
                    svg(CHARTS.curve(new CurveData(words, "open", "days", List.of(), "n", List.of(), List.of()), form))
                                    .length()
                            > 200);
            assertTrue(svg(CHARTS.weeks(new WeeksData(words, List.of()), form)).length() > 200);
            DotsData.Axis axis = new DotsData.Axis("", 0, 100, 10, "%");
            assertTrue(svg(CHARTS.trend(new TrendData(words, "%", axis, List.of()), form))
                            .length()
                    > 200);
            assertTrue(svg(CHARTS.heat(new HeatData(words, List.of(), List.of()), form))
                            .length()
                    > 200);
            assertTrue(svg(CHARTS.control(new ControlData(words, "late", "all", 5, List.of()), form))
                            .length()
                    > 200);
            assertTrue(svg(CHARTS.scree(new ScreeData(words, "e", "r", "c", List.of(), List.of()), form))
                            .length()
                    > 200);
            assertTrue(svg(CHARTS.spread(new SpreadData(words, List.of(), List.of()), form))
                            .length()
                    > 200);
        }
    }

    private static TrendData trend(Mark middle, String broken) {
        List<TrendData.Wave> waves = new ArrayList<>();
        LocalDate first = LocalDate.of(2025, 1, 1);
        waves.add(new TrendData.Wave(first, "一", "114/1", new Mark.Interval(50, 40, 60, "50%"), ""));
        waves.add(new TrendData.Wave(first.plusDays(30), "二", "114/1", middle, broken));
        waves.add(new TrendData.Wave(first.plusDays(365), "三", "115/1", new Mark.Interval(70, 65, 75, "70%"), ""));
        return new TrendData(Samples.words("標題", "副標"), "滿意比率", new DotsData.Axis("", 0, 100, 25, "%"), waves);
    }

    private static long bands(TrendData data) {
        return count("fill=\"#cfe4f0\"", svg(CHARTS.trend(data, Form.WIDE)));
    }

    /** Thirty days are a twelfth of a year; where the line does not go on there is no band either, and the reason stands there. */
    @Test
    void wavesStandOnTheirDaysAndTheLineHasGaps() {
        Mark known = new Mark.Interval(55, 45, 65, "55%");
        assertEquals(2, bands(trend(known, "")));
        assertEquals(1, bands(trend(known, "重大改版")));
        assertEquals(0, bands(trend(new Mark.None(), "")), "no line leads through a wave without a value");
        assertEquals(0, bands(trend(new Mark.Point(55, "55%"), "")), "open answers have no band");
        assertTrue(svg(CHARTS.trend(trend(known, "重大改版"), Form.WIDE)).contains("重大改版"));
        List<Double> dots = new ArrayList<>();
        Matcher dot = Pattern.compile("<path d=\"M([0-9.]+)[^\"]*\" fill=\"#0b6fa4\"")
                .matcher(svg(CHARTS.trend(trend(known, ""), Form.WIDE)));
        while (dot.find()) {
            dots.add(Double.valueOf(dot.group(1)));
        }
        assertEquals(3, dots.size());
        assertEquals(30 / 365.0, (dots.get(1) - dots.get(0)) / (dots.get(2) - dots.get(0)), .002);
    }

    /** Three groups at most, in shades that stay apart in grey; a group without a value says so. */
    @Test
    void barsOfGroupsAreToldApartInGrey() {
        for (Form form : Form.values()) {
            String svg = svg(CHARTS.grouped(Samples.grouped(), form));
            assertEquals(1, count("無資料", svg));
            Samples.grouped().groups().forEach(group -> assertTrue(svg.contains(group), group));
        }
        List<Color> shades = List.of(Theme.SEQUENTIAL.get(5), Theme.SEQUENTIAL.get(2), Theme.SEQUENTIAL.get(4));
        assertTrue(Theme.contrast(shades.get(0), shades.get(1)) > 3);
        assertTrue(Theme.contrast(shades.get(1), shades.get(2)) > 2.5);
        Words words = Samples.words("t", "");
        assertThrows(
                IllegalArgumentException.class,
                () -> new GroupedData(words, "", 1, 1, "", List.of("a", "b", "c", "d"), List.of()));
        GroupedData.Row row = new GroupedData.Row("a", "", List.of());
        assertThrows(
                IllegalArgumentException.class, () -> new GroupedData(words, "", 1, 1, "", List.of("a"), List.of(row)));
    }

    @Test
    void allAnswersSoFarStandAgainstThePlan() {
        for (Form form : Form.values()) {
            String svg = svg(CHARTS.fieldwork(Samples.fieldwork(), form));
            assertTrue(svg.contains("計畫 1,068 份") && svg.contains("1,230"), form.name());
            String before = svg.substring(0, svg.indexOf("計畫 1,068 份"));
            assertTrue(
                    before.substring(before.lastIndexOf("stroke-dasharray")).contains("fill=\"#ffffff\""),
                    "a ground behind the name of the plan");
        }
    }

    @Test
    void countsUnderTheLineHaveNoMinusSigns() {
        assertFalse(svg(CHARTS.flow(Samples.flow(), Form.WIDE)).contains(">−"));
    }

    private static Set<String> found(String pattern, String svg) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(svg);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void undefinedNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Mark.Point(Double.NaN, "?"));
        assertThrows(IllegalArgumentException.class, () -> new RankedData.Row("a", Double.NaN, "", false));
        assertThrows(IllegalArgumentException.class, () -> new RankedData.Row("a", -1, "", false));
        assertThrows(IllegalArgumentException.class, () -> new BalanceData.Row("a", Double.NaN, 0, ""));
        assertThrows(IllegalArgumentException.class, () -> new HistogramData.Bin(1, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> new HistogramData.Bin(0, 1, -1));
    }

    @Test
    void chanceBeyondTheEigenvaluesIsRefused() {
        Words words = Samples.words("t", "");
        assertThrows(
                IllegalArgumentException.class,
                () -> new ScreeData(words, "e", "r", "c", List.of(1.0, 1.0), List.of(1.0)));
        SpreadData.Panel panel = new SpreadData.Panel("a", "", List.of(100.0));
        assertThrows(IllegalArgumentException.class, () -> new SpreadData(words, List.of("1", "2"), List.of(panel)));
    }

    @Test
    void sharesThatDoNotFitTheScaleAreRefused() {
        LikertData.Row row = new LikertData.Row("a", "", List.of(50.0, 50.0), 50, 50);
        assertThrows(
                IllegalArgumentException.class,
                () -> new LikertData(Samples.words("t", ""), Samples.SATISFACTION, 2, List.of(row)));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void onlyTheThemeIsUsed(Form form) {
        all(form).forEach(chart -> {
            String svg = svg(chart);
            Set<String> colours = found("(?:fill|stroke)=\"(#[0-9a-f]{6})\"", svg);
            colours.removeAll(COLOURS);
            assertEquals(Set.of(), colours, chart.title());
            Set<String> sizes = found("font-size=\"([0-9.]+)\"", svg);
            assertFalse(sizes.isEmpty());
            sizes.removeAll(SIZES);
            assertEquals(Set.of(), sizes, chart.title());
            assertEquals(1, found("font-family=\"([^\"]+)\"", svg).size());
            assertFalse(svg.contains("opacity"), "nothing is transparent");
        });
    }

    @Test
    void onlyTheWideFormSaysItsTitle() {
        all(Form.WIDE).forEach(chart -> assertTrue(svg(chart).contains("font-size=\"17\""), chart.title()));
        Stream.concat(all(Form.PAPER), all(Form.NARROW))
                .forEach(chart -> assertFalse(svg(chart).contains("font-size=\"17\""), chart.title()));
        all(Form.NARROW).forEach(chart -> assertEquals(340, chart.width()));
    }

    @Test
    void theSameChartDrawsTheSameTwice() {
        Chart chart = CHARTS.likert(Samples.likert(), Form.WIDE);
        assertEquals(svg(chart), svg(chart));
    }

    @Test
    void neutralIsPrintedAndSmallSegmentsAreNot() {
        String svg = svg(CHARTS.likert(Samples.likert(), Form.PAPER));
        assertTrue(svg.contains(">14</text>"));
        assertTrue(svg.contains(">79%</text>"));
        assertFalse(svg.contains(">2</text>"), "2 % is under the limit of 5 %");
    }

    @Test
    void sumsComeFromUnroundedShares() {
        LikertData.Row row = new LikertData.Row("a", "", List.of(0.4, 0.4, 20.4, 39.4, 39.4), 0.8, 78.8);
        String svg = svg(CHARTS.likert(
                new LikertData(Samples.words("t", ""), Samples.SATISFACTION, 2, List.of(row)), Form.WIDE));
        assertTrue(svg.contains(">79%</text>"), "39 and 39 are printed, their sum is 78.8");
        assertTrue(svg.contains(">1%</text>"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 10, 11})
    void everyLengthOfScaleIsDrawn(int points) {
        List<String> scale = IntStream.range(0, points).mapToObj(i -> "第" + i).toList();
        List<Double> shares = Collections.nCopies(points, 100.0 / points);
        LikertData data = new LikertData(
                Samples.words("t", ""),
                scale,
                points % 2 == 1 ? points / 2 : -1,
                List.of(new LikertData.Row("a", "", shares, 40, 40)));
        for (Form form : Form.values()) {
            assertTrue(svg(CHARTS.likert(data, form)).contains("40%"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 40})
    void anyNumberOfRowsIsDrawn(int count) {
        for (Form form : Form.values()) {
            assertTrue(svg(likert(count, i -> List.of(5.0, 10.0, 20.0, 40.0, 25.0), form))
                            .length()
                    > 200);
            assertTrue(svg(dots(count, i -> new Mark.Interval(3 + i * 0.02, 2.5, 4.5, "3"), form))
                            .length()
                    > 200);
            assertTrue(svg(balance(count, form)).length() > 200);
            assertTrue(svg(fieldwork(count, form)).length() > 200);
            assertTrue(svg(ranked(count, form)).length() > 200);
            assertTrue(svg(histogram(count, form)).length() > 200);
        }
    }

    @Test
    void noRowsSayNoData() {
        assertTrue(svg(likert(0, i -> List.of(), Form.WIDE)).contains("無資料"));
        assertTrue(svg(dots(0, i -> new Mark.None(), Form.WIDE)).contains("無資料"));
        assertTrue(svg(fieldwork(0, Form.WIDE)).contains("無資料"));
        assertTrue(svg(ranked(0, Form.WIDE)).contains("無資料"));
    }

    @Test
    void allMissingSaysNoDataInEachRow() {
        for (Form form : Form.values()) {
            assertEquals(3, count("無資料", svg(likert(3, i -> List.of(), form))));
            assertEquals(3, count("無資料", svg(dots(3, i -> new Mark.None(), form))));
        }
    }

    @Test
    void oneAnswerForAllIsDrawn() {
        for (Form form : Form.values()) {
            assertTrue(svg(likert(2, i -> List.of(0.0, 0.0, 0.0, 0.0, 100.0), form))
                    .contains("100%"));
            assertTrue(svg(likert(2, i -> List.of(100.0, 0.0, 0.0, 0.0, 0.0), form))
                    .contains("100%"));
            assertTrue(svg(likert(2, i -> List.of(0.0, 0.0, 100.0, 0.0, 0.0), form))
                    .contains(">100<"));
            assertDoesNotThrow(() -> svg(dots(2, i -> new Mark.Interval(5, 5, 5, "5.00"), form)));
            assertDoesNotThrow(() -> svg(ranked(1, form)));
        }
    }

    @Test
    void marksBeyondTheAxisLengthenIt() {
        String svg = svg(dots(1, i -> new Mark.Point(7, "7.00"), Form.WIDE));
        assertTrue(svg.contains(">7<") || svg.contains(">6<"), "the axis from 1 to 5 reaches 7");
    }

    @Test
    void axisIsCutAtGridLinesAroundItsMarks() {
        DotsData.Axis axis = new DotsData.Axis("", 0, 100, 5, "");
        DotsData.Axis cut = axis.around(List.of(new Mark.Interval(70, 66.2, 74, ""), new Mark.None()));
        assertEquals(65, cut.from());
        assertEquals(75, cut.to());
        assertEquals(axis, axis.around(List.of(new Mark.None())));
        assertEquals(0, axis.around(List.of(new Mark.Point(0, ""))).from());
    }

    @Test
    void textInMarksIsReadable() {
        for (int points = 2; points <= 11; points++) {
            for (int point = 0; point < points; point++) {
                Color ground = LikertPalette.color(point, points, points % 2 == 1 ? points / 2 : -1);
                assertTrue(Theme.contrast(Theme.textOn(ground), ground) >= 4.5, points + " " + point);
            }
        }
        assertEquals(21, Theme.contrast(Color.BLACK, Color.WHITE), 1e-9);
        assertEquals(5.5, Theme.contrast(Theme.SERIES.get(0), Color.WHITE), 0.05);
        assertEquals(5.2, Theme.contrast(Theme.SECOND_TEXT, Color.WHITE), 0.05);
        assertEquals(Color.WHITE, Theme.textOn(LikertPalette.BEST));
        assertEquals(Theme.INK, Theme.textOn(LikertPalette.GOOD));
    }

    @Test
    void longLabelsAreBrokenAndKeptInside() {
        for (Form form : Form.values()) {
            String svg = svg(dots(1, i -> new Mark.Point(3, "3.00"), form));
            assertFalse(svg.contains("x=\"-"), "nothing begins left of the sheet");
        }
    }

    private static int count(String word, String text) {
        return text.split(word, -1).length - 1;
    }

    private static String label(int row) {
        return row % 3 == 0 ? LONG : "項目 " + row;
    }

    private static Chart likert(int count, java.util.function.IntFunction<List<Double>> shares, Form form) {
        List<LikertData.Row> rows = IntStream.range(0, count)
                .mapToObj(i -> {
                    List<Double> s = shares.apply(i);
                    double low = s.isEmpty() ? 0 : s.get(0) + s.get(1);
                    double high = s.isEmpty() ? 0 : s.get(3) + s.get(4);
                    return new LikertData.Row(label(i), "n＝" + i, s, low, high);
                })
                .toList();
        return CHARTS.likert(new LikertData(Samples.words("標題", "副標"), Samples.SATISFACTION, 2, rows), form);
    }

    private static Chart dots(int count, java.util.function.IntFunction<Mark> mark, Form form) {
        List<DotsData.Row> rows = IntStream.range(0, count)
                .mapToObj(i -> new DotsData.Row(label(i), "n＝" + i, mark.apply(i)))
                .toList();
        return CHARTS.dots(
                new DotsData(
                        Samples.words("標題", ""),
                        new DotsData.Axis("分", 1, 5, 1, ""),
                        List.of(new DotsData.Reference(3, "普通")),
                        rows),
                form);
    }

    private static Chart balance(int count, Form form) {
        List<BalanceData.Row> rows = IntStream.range(0, count)
                .mapToObj(i -> new BalanceData.Row(label(i), i - 20.5, 0, "x"))
                .toList();
        return CHARTS.balance(
                new BalanceData(
                        Samples.words("標題", ""),
                        "差距",
                        "母體",
                        "加權前",
                        count % 2 == 0 ? "" : "加權後",
                        List.of(new BalanceData.Group("性別", rows))),
                form);
    }

    private static Chart fieldwork(int count, Form form) {
        List<FieldworkData.Day> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(new FieldworkData.Day(LocalDate.of(2025, 1, 1).plusDays(i * 11L), i));
        }
        return CHARTS.fieldwork(
                new FieldworkData(
                        Samples.words("標題", ""),
                        "每日",
                        "累計",
                        days,
                        List.of(),
                        List.of(),
                        LocalDate::toString,
                        String::valueOf),
                form);
    }

    private static Chart histogram(int count, Form form) {
        List<HistogramData.Bin> bins = IntStream.range(0, count)
                .mapToObj(i -> new HistogramData.Bin(i * 0.1, (i + 1) * 0.1, (long) i * i))
                .toList();
        return CHARTS.histogram(new HistogramData(Samples.words("標題", "副標"), "份數", "權數", bins, List.of()), form);
    }

    private static Chart ranked(int count, Form form) {
        List<RankedData.Row> rows = IntStream.range(0, count)
                .mapToObj(i -> new RankedData.Row(label(i), i, String.valueOf(i), i == 39))
                .toList();
        return CHARTS.ranked(new RankedData(Samples.words("標題", ""), rows), form);
    }
}
