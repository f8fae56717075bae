package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.collect.Surveys;
import tw.minsheng.security.Account;
import tw.minsheng.security.AccountOffice;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Role;
import tw.minsheng.web.TypedDay;

/** The form with which an account is opened or changed: what stands in it, and what was sent with it. */
public final class AccountForms {

    private static final List<Role> ROLES =
            List.of(Role.ADMIN, Role.ANALYST, Role.REVIEWER, Role.HANDLER, Role.HEAD, Role.CONTROL);

    private final Surveys surveys;

    AccountForms(Surveys surveys) {
        this.surveys = surveys;
    }

    /** An agency or a survey to choose. */
    public record Choice(String key, String label, boolean chosen) {}

    public record RoleChoice(String key, String label, String hint, boolean chosen) {}

    /** What stands in the fields. */
    public record Form(
            String name,
            List<RoleChoice> roles,
            List<Choice> agencies,
            List<Choice> surveys,
            String until,
            Map<String, String> errors) {}

    private record Filled(String name, Set<Role> roles, String agency, String survey, String until) {}

    Future<Form> empty(StaffRequest request) {
        return form(request, new Filled("", Set.of(), request.account().agency(), "", ""), Map.of());
    }

    Future<Form> of(StaffRequest request, Account account) {
        String until = account.until().equals(Account.FOREVER)
                ? ""
                : lastDay(account, request.words()).toString();
        return form(
                request,
                new Filled(account.name(), account.roles(), account.agency(), account.survey(), until),
                Map.of());
    }

    /** The form as it was sent, with what is wrong with it. */
    Future<Form> typed(StaffRequest request, String name, Map<String, String> errors) {
        return form(
                request,
                new Filled(
                        name, roles(request), request.field("agency"), request.field("survey"), request.field("until")),
                errors);
    }

    private Future<Form> form(StaffRequest request, Filled filled, Map<String, String> errors) {
        return surveys.all()
                .map(all -> new Form(
                        filled.name(),
                        roleChoices(request.words(), filled.roles()),
                        agencies(request, filled.agency()),
                        surveys(request, all, filled.survey()),
                        filled.until(),
                        errors));
    }

    private static List<RoleChoice> roleChoices(Words words, Set<Role> chosen) {
        return ROLES.stream()
                .map(role -> new RoleChoice(
                        role.key(),
                        words.say("role." + role.key()),
                        words.say("role." + role.key() + ".hint"),
                        chosen.contains(role)))
                .toList();
    }

    private static List<Choice> agencies(StaffRequest request, String chosen) {
        AgencyTree tree = request.tree();
        String own = request.account().agency();
        return tree.subtree(own).stream()
                .sorted(Comparator.comparing((String key) -> !key.equals(own)))
                .map(key -> new Choice(key, Shells.agencyName(tree, key, request.words()), key.equals(chosen)))
                .toList();
    }

    private static List<Choice> surveys(StaffRequest request, List<Surveys.Listed> all, String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", request.words().say("accounts.survey.all"), chosen.isEmpty()));
        all.stream()
                .map(Surveys.Listed::newest)
                .filter(newest -> request.tree()
                        .isWithin(newest.agency(), request.account().agency()))
                .forEach(newest -> choices.add(new Choice(
                        newest.survey().id(),
                        request.words().text(newest.survey().title()),
                        newest.survey().id().equals(chosen))));
        return choices;
    }

    /** What the sent form asks for. */
    static AccountOffice.Grant grant(StaffRequest request) {
        return new AccountOffice.Grant(
                roles(request),
                request.field("agency"),
                StaffRequest.checked(request.field("survey").strip(), 100),
                until(request));
    }

    static LocalDate lastDay(Account account, Words words) {
        return LocalDate.ofInstant(account.until(), words.zone()).minusDays(1);
    }

    private static Set<Role> roles(StaffRequest request) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        request.fields("role")
                .forEach(key -> Role.of(key).filter(ROLES::contains).ifPresent(roles::add));
        return roles;
    }

    /** The end of the last day; a day that cannot be read counts as past, which is refused in words. */
    private static Instant until(StaffRequest request) {
        String typed = request.field("until").strip();
        if (typed.isEmpty()) {
            return Account.FOREVER;
        }
        try {
            return TypedDay.parse(typed)
                    .plusDays(1)
                    .atStartOfDay(request.words().zone())
                    .toInstant();
        } catch (DateTimeException noDay) {
            return Instant.EPOCH;
        }
    }
}
