package tw.minsheng.document;

import java.util.List;

/**
 * The front page.
 *
 * @param owner whose report it is, set above the title
 * @param subtitle "" for none
 * @param lines facts below the title, such as wave, date, state, report number
 */
public record Cover(String owner, String title, String subtitle, List<Line> lines) {

    /** One fact, for example 版本: 核定. */
    public record Line(String label, String value) {}

    public Cover {
        lines = List.copyOf(lines);
    }
}
