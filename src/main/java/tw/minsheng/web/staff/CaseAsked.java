package tw.minsheng.web.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.State;

/**
 * Which list of cases was asked for, as its address says it.
 *
 * @param scope one of {@link #SCOPES}
 * @param state key of a state, "" for any
 * @param page from 0
 */
record CaseAsked(String scope, String state, String text, int page) {

    /** 全部、我的、單位收件匣、三日內到期、逾期、逾期未通知. */
    static final List<String> SCOPES = List.of("all", "mine", "inbox", "due", "overdue", "untold");

    private static final int MOST_PAGES = 10_000;
    private static final int SOON_DAYS = 3;
    /** In the inbox of a unit: of nobody. */
    private static final String NOBODY = "";

    static CaseAsked of(StaffRequest request) {
        String page = request.query("page");
        return of(request.query("scope"), request.query("state"), request.query("text"), page);
    }

    /** What a form says that keeps this list. */
    static CaseAsked sent(StaffRequest request) {
        return of(request.field("scope"), request.field("state"), request.field("text"), request.field("page"));
    }

    private static CaseAsked of(String scope, String state, String text, String page) {
        return new CaseAsked(
                SCOPES.contains(scope) ? scope : "all",
                State.of(state).map(State::key).orElse(""),
                StaffRequest.checked(text.strip(), 200),
                page.matches("\\d{1,4}") ? Math.min(Integer.parseInt(page), MOST_PAGES) : 0);
    }

    String query() {
        return "scope=" + scope + "&state=" + state + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String address(int other) {
        return "/agency/cases?" + query() + "&page=" + other;
    }

    String address() {
        return address(page);
    }

    boolean isFiltered() {
        return !scope.equals("all") || !state.isEmpty() || !text.isEmpty();
    }

    /**
     * @param reach keys of the agencies whose cases may be seen
     * @param own name of the account
     * @param others for whom it stands in
     */
    Cases.Filter filter(Set<String> reach, String own, List<String> others, LocalDateTime now) {
        Set<State> states = states();
        // no state at all would ask for every one: a state that cannot be overdue gives an empty list
        Set<String> agencies = states.isEmpty() ? Set.of() : reach;
        return new Cases.Filter(agencies, states, handlers(own, others), text, before(now), scope.equals("untold"));
    }

    private Set<State> states() {
        Set<State> states = EnumSet.allOf(State.class);
        if (!Set.of("all", "mine").contains(scope)) {
            states.removeIf(each -> !each.isOpen() && !(scope.equals("inbox") && each == State.UNCONFIRMED));
        }
        State.of(state).ifPresent(only -> states.retainAll(EnumSet.of(only)));
        return states;
    }

    private Set<String> handlers(String own, List<String> others) {
        return switch (scope) {
            case "mine" -> {
                Set<String> mine = new LinkedHashSet<>(others);
                mine.add(own);
                yield mine;
            }
            case "inbox" -> Set.of(NOBODY);
            default -> Set.of();
        };
    }

    private LocalDateTime before(LocalDateTime now) {
        return switch (scope) {
            case "overdue", "untold" -> now;
            case "due" -> now.plusDays(SOON_DAYS + 1);
            default -> CaseFile.NOT_ENDED;
        };
    }
}
