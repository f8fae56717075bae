package tw.minsheng.report;

/** How much a survey report holds. */
public enum Profile {
    /** 完整版 */
    FULL,
    /** 精簡版: the same five chapters, without the parts that only specialists read */
    LIGHT;

    public boolean isFull() {
        return this == FULL;
    }
}
