package tw.minsheng.panel.coding;

import tw.minsheng.petition.CaseNumber;

/**
 * What one coder chose for one case.
 *
 * @param theme place in the list of themes, from 0
 */
public record Code(String coder, CaseNumber number, int theme) {}
