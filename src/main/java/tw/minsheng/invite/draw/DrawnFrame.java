package tw.minsheng.invite.draw;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is kept of a frame file (母體清冊): nothing of its rows.
 *
 * @param no 1, 2, 3 … within the wave
 * @param name by which the agency knows it
 * @param file name of the file
 * @param asOf day on which the frame was true
 * @param rows units
 * @param columns names, in the order of the file
 * @param id column that names a unit
 * @param sha256 of the file, lower-case hex
 * @param actor who brought it
 */
public record DrawnFrame(
        int no,
        String name,
        String file,
        LocalDate asOf,
        long bytes,
        long rows,
        List<String> columns,
        String id,
        String sha256,
        String actor,
        Instant at) {

    public DrawnFrame {
        columns = List.copyOf(columns);
    }
}
