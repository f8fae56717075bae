package tw.minsheng.report.chapter;

/**
 * Something that must be disclosed and is missing: while there is one, the report is a draft.
 *
 * @param what the fact
 * @param where to give it, as a request
 */
record Gap(String what, String where) {}
