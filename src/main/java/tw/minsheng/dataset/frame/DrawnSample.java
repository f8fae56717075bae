package tw.minsheng.dataset.frame;

import java.util.List;
import java.util.OptionalDouble;
import tw.minsheng.kernel.Sha256;

/**
 * Who was drawn, and what proves it: the same frame and plan give the same record.
 *
 * @param units by code point of their ids
 * @param strata of a stratified draw, in their order; else empty
 * @param start u of a systematic draw
 */
public record DrawnSample(List<Unit> units, List<Stratum> strata, OptionalDouble start) {

    public DrawnSample {
        units = List.copyOf(units);
        strata = List.copyOf(strata);
    }

    /**
     * @param group stratum or cluster; "" where there is none
     * @param weight 1/π
     * @param start the first visitor who is asked in it, 0 where nobody is asked in units
     */
    public record Unit(String id, String group, double weight, int start) {

        /** Where nobody is asked in units. */
        public Unit(String id, String group, double weight) {
            this(id, group, weight, 0);
        }
    }

    /** @param takenWhole because it has fewer than its share */
    public record Stratum(String name, long size, long drawn, boolean takenWhole) {}

    /** Of id and start of each unit with a comma between, each followed by a line feed, in UTF-8. */
    public String startsSha256() {
        StringBuilder all = new StringBuilder();
        units.forEach(
                unit -> all.append(unit.id()).append(',').append(unit.start()).append('\n'));
        return Sha256.hex(all.toString());
    }

    /** Of the ids, each followed by a line feed, in UTF-8. */
    public String sha256() {
        StringBuilder all = new StringBuilder();
        units.forEach(unit -> all.append(unit.id()).append('\n'));
        return Sha256.hex(all.toString());
    }
}
