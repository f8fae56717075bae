package tw.minsheng.survey;

/** A limit on finished answers for which the condition holds (配額). */
public record Quota(String id, Condition when, int limit) {}
