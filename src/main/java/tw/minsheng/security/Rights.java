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
            Permission.EXPORT_ANSWERS);
    private static final Set<Permission> OFFICE = EnumSet.of(Permission.MANAGE_ACCOUNTS, Permission.SEE_AUDIT);

    private Rights() {}

    /** What a role allows, within the subtree of the account's agency. */
    public static Set<Permission> of(Role role) {
        Set<Permission> allowed = EnumSet.of(Permission.OWN_ACCOUNT);
        switch (role) {
            case ADMIN -> {
                allowed.addAll(WORK);
                allowed.addAll(OFFICE);
            }
            case ANALYST -> allowed.addAll(WORK);
            case REVIEWER -> allowed.add(Permission.SEE_REPORT);
            case HANDLER, HEAD, CONTROL, OPERATOR -> {}
        }
        return allowed;
    }

    /** Whether any role of the account allows this at all, leaving aside on which object. */
    public static boolean has(Account account, Permission permission) {
        if (permission == Permission.SIGNED_OUT) {
            return true;
        }
        boolean office = OFFICE.contains(permission);
        return !(office && isForOneSurvey(account))
                && account.roles().stream().anyMatch(role -> of(role).contains(permission));
    }

    /** Such an account has no office: with one it could open another that sees more than itself. */
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
