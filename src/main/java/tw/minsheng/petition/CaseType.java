package tw.minsheng.petition;

import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.TimeLimit;

/**
 * What sort of matter a case is about, with what everybody may know of its handling (核辦時限、查閱及追蹤方式).
 *
 * @param id never changes
 * @param agency key of the agency that handles it
 * @param limit how long it may take
 * @param procedure what happens with it, for the petitioner; {@link LocalizedText#NONE} when not given
 */
public record CaseType(
        String id, LocalizedText label, String agency, TimeLimit limit, DeadlineRules rules, LocalizedText procedure) {}
