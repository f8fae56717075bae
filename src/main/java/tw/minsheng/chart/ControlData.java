package tw.minsheng.chart;

import java.util.List;

/**
 * A share month by month with the limits between which it varies by chance.
 *
 * @param share name of the share, in percent
 * @param centre name of the middle line
 * @param middle the share of all, in percent
 * @param months from left to right
 */
public record ControlData(Words words, String share, String centre, double middle, List<Month> months) {

    /**
     * One month.
     *
     * @param share in percent
     * @param low lower limit in percent; both limits equal the middle where there are none
     */
    public record Month(String name, double share, double low, double high) {

        public Month {
            Finite.check(share);
            Finite.check(low);
            Finite.check(high);
        }

        boolean isOutside() {
            return low < high && (share < low || share > high);
        }
    }

    public ControlData {
        Finite.check(middle);
        months = List.copyOf(months);
    }
}
