package tw.minsheng.web.citizen;

import tw.minsheng.collect.DataSet;

/** Where a survey is answered: at its open address, or by its agency for trial. */
public enum Ground {
    OPEN("/s/", "", DataSet.LIVE),
    /** at the address of an invitation, see {@link InvitePages} */
    INVITED("/s/", "/i/:handle", DataSet.LIVE),
    /** at the address of a slip that was handed out in a drawn session, see {@link SlipDoor} */
    SLIP("/s/", "/t/:slip", DataSet.LIVE),
    /** under the staff pages, whose guard lets nobody else in */
    TRIAL("/agency/surveys/", "/try", DataSet.TEST);

    private final String before;
    private final String after;
    private final DataSet set;

    Ground(String before, String after, DataSet set) {
        this.before = before;
        this.after = after;
        this.set = set;
    }

    /** The ground on which answers of this set are given over pages. */
    static Ground of(DataSet set) {
        return set == DataSet.TEST ? TRIAL : OPEN;
    }

    /** Into which set the answers go. */
    DataSet set() {
        return set;
    }

    /** The route of the start page; all others lie below it. */
    String route() {
        return path(":survey");
    }

    /** The address of the start page of a survey. */
    public String path(String survey) {
        return before + survey + after;
    }
}
