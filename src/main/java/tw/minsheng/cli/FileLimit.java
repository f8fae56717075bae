package tw.minsheng.cli;

import java.util.List;
import java.util.Map;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** How large a file of answers may be: a guard against the wrong file, not a limit of the program. */
final class FileLimit {

    static final String VARIABLE = "MINSHENG_ANSWERS_FILE_BYTES";

    private FileLimit() {}

    /**
     * @param environment with the number of bytes, or without it for 1 GB
     * @throws Problem {@code settings.faults} when it is not a number above 0
     */
    static CsvLimits of(Map<String, String> environment) {
        String text = environment.getOrDefault(VARIABLE, "");
        if (text.isEmpty()) {
            return CsvLimits.DEFAULT;
        }
        try {
            long bytes = Long.parseLong(text);
            if (bytes > 0) {
                return CsvLimits.DEFAULT.withBytes(bytes);
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        Fault fault = new Fault(
                VARIABLE, "settings.value", Map.of("name", VARIABLE, "value", text, "allowed", "1–" + Long.MAX_VALUE));
        throw new Problem(Problem.Kind.BAD_REQUEST, "settings.faults", Map.of(), List.of(fault));
    }
}
