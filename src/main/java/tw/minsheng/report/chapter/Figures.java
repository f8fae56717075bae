package tw.minsheng.report.chapter;

import java.util.List;
import java.util.function.Function;
import tw.minsheng.chart.Chart;
import tw.minsheng.chart.Charts;
import tw.minsheng.chart.Form;
import tw.minsheng.document.Figure;
import tw.minsheng.document.Table;

/**
 * Makes figures: each chart in every form in which it will stand, with its data beside it.
 *
 * @param tables where the data of a figure can be fetched, for example {@code tables/}; "" for nowhere
 */
public record Figures(Charts charts, String tables) {

    /** One chart in one form. */
    public interface Drawn {
        Chart in(Charts charts, Form form);
    }

    /** @param note n, method and source */
    public Figure figure(String key, String caption, Drawn drawn, Table data, String note) {
        Function<Form, ChartPicture> picture = form -> new ChartPicture(drawn.in(charts, form));
        return new Figure(
                key,
                "",
                caption,
                picture.apply(Form.WIDE),
                picture.apply(Form.PAPER),
                picture.apply(Form.NARROW),
                note,
                List.of(data),
                tables.isEmpty() ? "" : tables + key + ".csv");
    }
}
