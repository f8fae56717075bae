package tw.minsheng.chart;

import tw.minsheng.typeface.Typefaces;

/**
 * Makes charts in the project's theme. All words come with the data. Safe for many threads; each chart that it makes is
 * for one thread at a time.
 */
public final class Charts {

    private final Theme theme;

    public Charts(Typefaces faces) {
        this.theme = new Theme(faces);
    }

    /** Diverging bars of answers on one scale. */
    public Chart likert(LikertData data, Form form) {
        return new LikertChart(theme, data).sheet(form);
    }

    /** Means, scores or shares as dots, with intervals where there are any. */
    public Chart dots(DotsData data, Form form) {
        return new DotsChart(theme, data).sheet(form);
    }

    /** Answers by day, and all answers so far. */
    public Chart fieldwork(FieldworkData data, Form form) {
        return new FieldworkChart(theme, data).sheet(form);
    }

    /** Distance of the sample from the population, before and after weighting. */
    public Chart balance(BalanceData data, Form form) {
        return new BalanceChart(theme, data).sheet(form);
    }

    /** Counts or shares as bars from zero. */
    public Chart ranked(RankedData data, Form form) {
        return new RankedChart(theme, data).sheet(form);
    }

    /** Counts of a measured value in bins of one width, from zero. */
    public Chart histogram(HistogramData data, Form form) {
        return new HistogramChart(theme, data).sheet(form);
    }

    /** What came in above, what went out below, the difference as a line. */
    public Chart flow(FlowData data, Form form) {
        return new FlowChart(theme, data).sheet(form);
    }

    /** What is open at the end of each period, by age. */
    public Chart ages(AgesData data, Form form) {
        return new AgesChart(theme, data).sheet(form);
    }

    /** A share that falls in steps, with its band and the numbers still watched. */
    public Chart curve(CurveData data, Form form) {
        return new CurveChart(theme, data).sheet(form);
    }

    /** A number wave by wave over real days, with the intervals of the waves as a band. */
    public Chart trend(TrendData data, Form form) {
        return new TrendChart(theme, data).sheet(form);
    }

    /** A share month by month between the limits of chance. */
    public Chart control(ControlData data, Form form) {
        return new ControlChart(theme, data).sheet(form);
    }

    /** Bars of a few groups beside each other, with intervals where there are any. */
    public Chart grouped(GroupedData data, Form form) {
        return new GroupedChart(theme, data).sheet(form);
    }

    /** A table whose cells are coloured by what they hold. */
    public Chart heat(HeatData data, Form form) {
        return new HeatChart(theme, data).sheet(form);
    }

    /** Small panels of weeks on one scale, the last week of each standing out. */
    public Chart weeks(WeeksData data, Form form) {
        return new WeeksChart(theme, data).sheet(form);
    }

    /** Eigenvalues, and what random data reach. */
    public Chart scree(ScreeData data, Form form) {
        return new ScreeChart(theme, data).sheet(form);
    }

    /** The spread of answers to many items, one small panel each. */
    public Chart spread(SpreadData data, Form form) {
        return new SpreadChart(theme, data).sheet(form);
    }

    /** Importance against performance about a cross. */
    public Chart ipa(IpaData data, Form form) {
        return new IpaChart(theme, data).sheet(form);
    }
}
