package tw.minsheng.petition;

/**
 * Who sends a petition in.
 *
 * @param name of the account when staff key it in, {@link CaseIntake#CITIZEN} else
 * @param unit key of the unit that keeps what it took, "" for nobody yet
 * @param from the address of the member of staff, for the audit trail; "" of a citizen, whose address is kept nowhere
 */
public record Taker(String name, String unit, String from) {

    public static final Taker CITIZEN = new Taker(CaseIntake.CITIZEN, "", "");

    boolean isStaff() {
        return !name.equals(CaseIntake.CITIZEN);
    }
}
