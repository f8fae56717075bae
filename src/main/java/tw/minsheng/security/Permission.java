package tw.minsheng.security;

/** One thing that can be allowed; every route of the staff and reviewer pages declares exactly one. */
public enum Permission {
    /** to sign in, to use a one-time link: nobody is known yet */
    SIGNED_OUT,
    /** my password and my sessions: whoever is signed in */
    OWN_ACCOUNT,
    /** the list of surveys and the overview of one */
    SEE_SURVEY,
    /** to answer a draft for trial */
    PREVIEW_SURVEY,
    /** the address and QR code of a survey */
    SEE_LINK,
    /** to open and close waves */
    CHANGE_WAVES,
    /** figures, tables and charts */
    SEE_RESULTS,
    /** the generated report */
    SEE_REPORT,
    /** single answers, as a file */
    EXPORT_ANSWERS,
    /** to ask experts about items, and to decide what becomes of an item */
    DECIDE_ITEMS,
    /** which expert gave which rating: promised to each of them to be seen by analysts alone */
    SEE_RATINGS,
    /** the list of cases and all that is written in one */
    SEE_CASES,
    /** figures of cases by unit, over the whole subtree; no word of anybody */
    SEE_CASE_FIGURES,
    /** to confirm, assign and handle a case, and to propose its reply */
    WORK_CASES,
    /** to approve or send back a reply, to decline, transfer or reassign a case */
    DECIDE_CASES,
    /** to list, open, suspend and reset accounts, and to change their roles */
    MANAGE_ACCOUNTS,
    /** who did and saw what */
    SEE_AUDIT
}
