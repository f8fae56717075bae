package tw.minsheng.report.draw;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.dataset.frame.DrawPlan;
import tw.minsheng.dataset.frame.FrameColumns;

/**
 * What is to be drawn, in the keys of the command line.
 *
 * @param design {@code srs}, {@code systematic}, {@code stratified}, {@code pps} or {@code cluster}
 * @param share {@code proportional}, {@code equal} or {@code neyman}; read where strata share the sample
 * @param size n: units, or clusters where clusters are drawn
 * @param least fewest from each stratum
 * @param id column that names a unit
 * @param group column of the strata or clusters, "" where there is none
 * @param measure column of the sizes, "" where there is none
 * @param interval k: in each unit drawn every k-th visitor is asked; 0 where nobody is asked in units
 */
public record DrawOrder(
        String design,
        String share,
        int size,
        long least,
        long seed,
        String id,
        String group,
        String measure,
        int interval) {

    /** Where nobody is asked in units. */
    public DrawOrder(
            String design, String share, int size, long least, long seed, String id, String group, String measure) {
        this(design, share, size, least, seed, id, group, measure, 0);
    }

    /** Keys of the designs, in their order. */
    public static List<String> designs() {
        return keys(DrawPlan.Method.values());
    }

    /** Keys of the ways to share a sample. */
    public static List<String> shares() {
        return keys(DrawPlan.Share.values());
    }

    private static List<String> keys(Enum<?>[] all) {
        return Stream.of(all).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether the units are drawn within strata. */
    public boolean isStratified() {
        return design.equals("stratified");
    }

    /** Whether a column of strata or clusters is needed. */
    public boolean needsGroup() {
        return isStratified() || design.equals("cluster");
    }

    /** Whether a column of numbers is needed. */
    public boolean needsMeasure() {
        return design.equals("pps") || (isStratified() && share.equals("neyman"));
    }

    FrameColumns columns() {
        return new FrameColumns(
                id,
                Optional.of(group).filter(column -> needsGroup() && !column.isEmpty()),
                Optional.of(measure).filter(column -> needsMeasure() && !column.isEmpty()));
    }

    DrawPlan plan() {
        return new DrawPlan(
                DrawPlan.Method.valueOf(design.toUpperCase(Locale.ROOT)),
                DrawPlan.Share.valueOf(share.toUpperCase(Locale.ROOT)),
                size,
                isStratified() ? least : 0,
                seed,
                interval);
    }

    /**
     * What draws the same sample again on a machine of one's own.
     *
     * @param file of the frame
     * @param by who drew, {@code on} which day: they stand in the record
     */
    public String command(String file, String by, String on) {
        StringBuilder said = new StringBuilder("minsheng sample draw --frame " + quoted(file) + " --id " + quoted(id)
                + " --design " + design + " --size " + size + " --seed " + seed);
        if (isStratified()) {
            said.append(" --strata ")
                    .append(quoted(group))
                    .append(" --allocation ")
                    .append(share);
            said.append(least > 0 ? " --least " + least : "");
        } else if (needsGroup()) {
            said.append(" --cluster ").append(quoted(group));
        }
        said.append(needsMeasure() ? " --measure " + quoted(measure) : "");
        said.append(interval > 0 ? " --interval " + interval : "");
        return said.append(" --by ")
                .append(quoted(by))
                .append(" --on ")
                .append(on)
                .append(" --out drawn")
                .toString();
    }

    /** As a shell takes it in one piece. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9._-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
