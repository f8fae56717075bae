package tw.minsheng.security;

import java.util.EnumSet;
import java.util.Set;
import tw.minsheng.kernel.Problem;

/** The one place that decides who may do what on which agency's object. */
public final class Rights {

    private static final Set<Permission> WORK = EnumSet.of(
            Permission.SEE_SURVEY,
            Permission.PREVIEW_SURVEY,
            Permission.SEE_LINK,
            Permission.CHANGE_WAVES,
            Permission.SEE_RESULTS,
            Permission.SEE_REPORT,
            Permission.EXPORT_ANSWERS,
            Permission.DECIDE_ITEMS);
    private static final Set<Permission> OFFICE = EnumSet.of(Permission.MANAGE_ACCOUNTS, Permission.SEE_AUDIT);
    private static final Set<Permission> CASES = EnumSet.of(
            Permission.SEE_CASES, Permission.SEE_CASE_FIGURES, Permission.WORK_CASES, Permission.DECIDE_CASES);

    private Rights() {}

    /** What a role allows, within the subtree of the account's agency; {@link #reach} says where a role reaches less. */
    public static Set<Permission> of(Role role) {
        Set<Permission> allowed = EnumSet.of(Permission.OWN_ACCOUNT);
        switch (role) {
            case ADMIN -> {
                allowed.addAll(WORK);
                allowed.addAll(OFFICE);
            }
            case ANALYST -> {
                allowed.addAll(WORK);
                allowed.add(Permission.SEE_RATINGS);
            }
            case REVIEWER -> allowed.add(Permission.SEE_REPORT);
            case HANDLER -> allowed.addAll(Set.of(Permission.SEE_CASES, Permission.WORK_CASES));
            case HEAD -> allowed.addAll(CASES);
            case CONTROL -> allowed.addAll(Set.of(Permission.SEE_CASES, Permission.SEE_CASE_FIGURES));
            case OPERATOR -> {}
        }
        return allowed;
    }

    /** Whether any role of the account allows this at all, leaving aside on which object. */
    public static boolean has(Account account, Permission permission) {
        if (permission == Permission.SIGNED_OUT) {
            return true;
        }
        boolean whole = OFFICE.contains(permission) || CASES.contains(permission);
        return !(whole && isForOneSurvey(account))
                && account.roles().stream().anyMatch(role -> of(role).contains(permission));
    }

    /** Such an account has no office, with which it could open another that sees more than itself, and no cases. */
    private static boolean isForOneSurvey(Account account) {
        return !account.survey().isEmpty();
    }

    /**
     * Whether the account may do this on an object.
     *
     * @param agency key of the agency to which the object belongs, "" for the installation
     * @param survey id of the survey when the object is one or belongs to one, else ""
     */
    public static boolean may(Account account, Permission permission, String agency, String survey, AgencyTree tree) {
        return has(account, permission)
                && tree.isWithin(agency, account.agency())
                && (!isForOneSurvey(account) || account.survey().equals(survey));
    }

    /**
     * The agencies whose cases the account may see, work on or decide: the subtree of its own, but only its own agency
     * where the control office (研考) reads; figures of its subtree hold no texts.
     */
    public static Set<String> reach(Account account, Permission permission, AgencyTree tree) {
        if (!has(account, permission)) {
            return Set.of();
        }
        boolean deep = account.roles().stream().anyMatch(role -> role != Role.CONTROL && of(role).contains(permission));
        return deep ? tree.subtree(account.agency()) : Set.of(account.agency());
    }

    /**
     * Whether the account may do this with a case: one of its own agencies, or one that a unit of its own holds.
     *
     * @param agency key of the agency that owns the case
     * @param unit key of the unit that holds it, "" while nobody does
     */
    public static boolean mayCase(Account account, Permission permission, String agency, String unit, AgencyTree tree) {
        Set<String> reach = reach(account, permission, tree);
        return reach.contains(agency) || (!unit.isEmpty() && reach.contains(unit));
    }

    /**
     * Fails as if the object did not exist when the account may not do this on it.
     *
     * @throws Problem not found
     */
    public static void require(Account account, Permission permission, String agency, String survey, AgencyTree tree) {
        if (!may(account, permission, agency, survey, tree)) {
            throw Problem.notFound("survey", survey);
        }
    }
}
