package tw.minsheng.chart;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One number wave by wave on the days on which it was measured.
 *
 * @param share what is measured, with its unit
 * @param axis the value axis; cut, the subtitle says so
 * @param waves in any order
 */
public record TrendData(Words words, String share, DotsData.Axis axis, List<Wave> waves) {

    /**
     * One wave.
     *
     * @param day that stands for the wave, for example that by which half of the answers had come in
     * @param name of the wave
     * @param date the day as printed
     * @param broken why the line does not go on from the wave before, in a few words; "" where it goes on
     */
    public record Wave(LocalDate day, String name, String date, Mark mark, String broken) {}

    public TrendData {
        waves = waves.stream().sorted(Comparator.comparing(Wave::day)).toList();
    }
}
