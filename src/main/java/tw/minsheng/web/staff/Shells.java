package tw.minsheng.web.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.collect.Surveys;
import tw.minsheng.security.Account;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.security.SecretToken;
import tw.minsheng.security.SessionPolicy;
import tw.minsheng.security.Visit;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.web.Assets;

/** Builds what stands around a page: only links that the person may follow. */
final class Shells {

    private final Assets assets;

    Shells(Assets assets) {
        this.assets = assets;
    }

    Shell around(StaffRequest request) {
        Words words = request.words();
        return request.visitor()
                .map(visit -> new Shell(
                        words,
                        visit.account().name(),
                        place(request),
                        request.listed()
                                .map(survey -> surveyLinks(request, survey))
                                .orElseGet(() -> links(request)),
                        visit.token().csrf(),
                        pathWithoutLanguage(request),
                        words.clock(ends(visit, request.now())),
                        assets.url("site.css")))
                .orElseGet(() -> open(request, ""));
    }

    /** For pages before signing in: the token comes from the entry cookie. */
    Shell entry(StaffRequest request, SecretToken entry) {
        return open(request, entry.csrf());
    }

    private Shell open(StaffRequest request, String csrf) {
        return new Shell(
                request.words(), "", "", List.of(), csrf, pathWithoutLanguage(request), "", assets.url("site.css"));
    }

    private static Instant ends(Visit visit, Instant now) {
        Instant idle = now.plus(SessionPolicy.IDLE);
        Instant absolute = visit.session().started().plus(SessionPolicy.ABSOLUTE);
        return idle.isBefore(absolute) ? idle : absolute;
    }

    private static String place(StaffRequest request) {
        Words words = request.words();
        return request.listed()
                .map(survey -> agencyName(request.tree(), survey.newest().agency(), words) + "　"
                        + words.text(survey.newest().survey().title()))
                .orElseGet(() -> agencyName(request.tree(), request.account().agency(), words));
    }

    /** What people call the agency; its key while nobody has given it a name. */
    static String agencyName(AgencyTree tree, String key, Words words) {
        if (key.equals(AgencyTree.ROOT)) {
            return words.say("agency.root");
        }
        return tree.find(key)
                .map(agency -> words.text(agency.name()))
                .filter(name -> !name.isEmpty())
                .orElse(key);
    }

    private static List<Shell.Link> links(StaffRequest request) {
        Account account = request.account();
        List<Shell.Link> links = new ArrayList<>();
        if (Rights.has(account, Permission.SEE_SURVEY)) {
            links.add(link(request, "nav.surveys", "/agency/"));
            links.add(link(request, "nav.plan", "/agency/plan"));
        }
        if (Rights.has(account, Permission.SEE_REPORT)) {
            links.add(link(request, "nav.reports", "/reports/"));
        }
        if (Rights.has(account, Permission.SEE_CASES)) {
            links.add(link(request, "nav.cases", "/agency/cases"));
            links.add(link(request, "nav.notices", "/agency/notices"));
            links.add(link(request, "nav.coding", "/agency/cases/coding"));
        }
        if (Rights.has(account, Permission.SEE_CASE_FIGURES)) {
            links.add(link(request, "analysis", "/agency/cases/analysis"));
            links.add(link(request, "figures", "/agency/cases/figures"));
            links.add(link(request, "duties", "/agency/cases/duties"));
            links.add(link(request, "flow", "/agency/cases/flow"));
            links.add(link(request, "checks", "/agency/cases/checks"));
            links.add(link(request, "nav.casesurvey", "/agency/cases/survey"));
        }
        if (Rights.has(account, Permission.MANAGE_ACCOUNTS)) {
            links.add(link(request, "nav.accounts", "/agency/accounts"));
        }
        if (Rights.has(account, Permission.SEE_AUDIT)) {
            links.add(link(request, "nav.audit", "/agency/audit"));
        }
        links.add(link(request, "nav.own", "/agency/me"));
        return links;
    }

    private static List<Shell.Link> surveyLinks(StaffRequest request, Surveys.Listed survey) {
        String base = "/agency/surveys/" + survey.newest().survey().id();
        Account account = request.account();
        List<Shell.Link> links = new ArrayList<>();
        if (!Rights.has(account, Permission.SEE_SURVEY)) {
            links.add(link(request, "nav.reports", "/reports/"));
            links.add(link(request, "nav.panel", base + "/panel"));
            links.add(link(request, "nav.decisions", base + "/decisions"));
            return links;
        }
        links.add(link(request, "nav.back", "/agency/"));
        links.add(link(request, "nav.overview", base));
        links.add(link(request, "nav.preview", base + "/preview"));
        boolean open = OpenPlanPage.isFor(survey.newest().survey());
        links.add(link(request, open ? "nav.openplan" : "nav.plan", base + "/plan"));
        if (survey.published()) {
            links.add(link(request, "nav.link", base + "/link"));
            links.add(link(request, "nav.waves", base + "/waves"));
            links.add(link(request, "nav.sample", base + "/sample"));
            links.add(link(request, "nav.invitations", base + "/invitations"));
            links.add(link(request, "nav.fieldwork", base + "/fieldwork"));
            if (survey.newest().survey().sampling().design() == SamplingPlan.Design.ONSITE) {
                links.add(link(request, "nav.onsite", base + "/onsite"));
            }
        }
        links.add(link(request, "nav.panel", base + "/panel"));
        links.add(link(request, "nav.results", base + "/results"));
        links.add(link(request, "nav.analysis", base + "/analysis"));
        links.add(link(request, "nav.weighting", base + "/weighting"));
        links.add(link(request, "nav.scales", base + "/scales"));
        links.add(link(request, "nav.decisions", base + "/decisions"));
        if (!survey.newest().survey().retestCode().isEmpty()) {
            links.add(link(request, "nav.retest", base + "/retest"));
        }
        links.add(link(request, "nav.report", base + "/report"));
        links.add(link(request, "nav.export", base + "/export"));
        return links;
    }

    private static Shell.Link link(StaffRequest request, String key, String href) {
        return new Shell.Link(request.words().say(key), href, request.pathOnly().equals(href));
    }

    private static String pathWithoutLanguage(StaffRequest request) {
        String uri = request.uri();
        int mark = uri.indexOf('?');
        if (mark < 0) {
            return uri;
        }
        String rest = Stream.of(uri.substring(mark + 1).split("&"))
                .filter(part -> !part.startsWith("lang=") && !part.isEmpty())
                .collect(Collectors.joining("&"));
        return uri.substring(0, mark) + (rest.isEmpty() ? "" : "?" + rest);
    }
}
