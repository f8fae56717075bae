package tw.minsheng.format;

/**
 * How large a CSV file may be.
 *
 * @param bytes of the file
 * @param fieldBytes of one field
 * @param fields of one row
 */
public record CsvLimits(long bytes, int fieldBytes, int fields) {

    /** 1 GB, 64 KB, 4,096. */
    public static final CsvLimits DEFAULT = new CsvLimits(1_000_000_000L, 64 * 1024, 4096);

    public CsvLimits withBytes(long max) {
        return new CsvLimits(max, fieldBytes, fields);
    }
}
