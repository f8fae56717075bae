package tw.minsheng.web.staff;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.attach.Arrived;
import tw.minsheng.security.Account;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Visit;
import tw.minsheng.web.FormBody;

/** A request that may be answered: who asks, for what, in which language. */
final class StaffRequest {

    private final RoutingContext context;
    private final FormBody form;
    private final Words words;
    private final String from;
    private final Instant now;
    private final AgencyTree tree;
    private final @Nullable Visit visit;
    private final Surveys.@Nullable Listed survey;
    private final @Nullable CaseFile file;

    StaffRequest(
            RoutingContext context,
            FormBody form,
            Words words,
            String from,
            Instant now,
            AgencyTree tree,
            @Nullable Visit visit,
            Surveys.@Nullable Listed survey,
            @Nullable CaseFile file) {
        this.context = context;
        this.form = form;
        this.words = words;
        this.from = from;
        this.now = now;
        this.tree = tree;
        this.visit = visit;
        this.survey = survey;
        this.file = file;
    }

    /** The same request by a person who has just signed in. */
    StaffRequest signedIn(Visit entered) {
        return new StaffRequest(context, form, words, from, now, tree, entered, survey, file);
    }

    /** The same request about this survey. */
    StaffRequest about(Surveys.Listed listed) {
        return new StaffRequest(context, form, words, from, now, tree, visit, listed, file);
    }

    /** The same request about this case. */
    StaffRequest about(CaseFile found) {
        return new StaffRequest(context, form, words, from, now, tree, visit, survey, found);
    }

    Words words() {
        return words;
    }

    /** The address from which the person comes. */
    String from() {
        return from;
    }

    Instant now() {
        return now;
    }

    AgencyTree tree() {
        return tree;
    }

    Optional<Visit> visitor() {
        return Optional.ofNullable(visit);
    }

    /** Who asks; only where the route asks for more than {@code SIGNED_OUT}. */
    Visit visit() {
        if (visit == null) {
            throw new IllegalStateException("this route is open to everybody");
        }
        return visit;
    }

    Account account() {
        return visit().account();
    }

    Optional<Surveys.Listed> listed() {
        return Optional.ofNullable(survey);
    }

    /** The survey in the address, found and allowed; only on routes with {@code :survey}. */
    Surveys.Listed survey() {
        if (survey == null) {
            throw new IllegalStateException("this route is about no survey");
        }
        return survey;
    }

    /** The case in the address, found and allowed; only on routes with {@code :case}. */
    CaseFile caseFile() {
        if (file == null) {
            throw new IllegalStateException("this route is about no case");
        }
        return file;
    }

    String surveyId() {
        return survey().newest().survey().id();
    }

    /** An act of this person on an object of this agency, now. */
    Act act(String agency) {
        return new Act(account().name(), agency, from, now);
    }

    Act actOnSurvey() {
        return act(survey().newest().agency());
    }

    /** A part of the address. */
    String path(String name) {
        String value = context.pathParam(name);
        return value == null ? "" : FormBody.withoutNul(value);
    }

    /** A value behind the question mark, "" when absent. */
    String query(String name) {
        String value = context.queryParams().get(name);
        return value == null ? "" : FormBody.withoutNul(value);
    }

    /** Whether the address names this parameter, be it with nothing in it. */
    boolean has(String name) {
        return context.queryParams().contains(name);
    }

    /** A field of the form, "" when absent. */
    String field(String name) {
        return form.first(name);
    }

    List<String> fields(String name) {
        return form.fields().getOrDefault(name, List.of());
    }

    /** The files of a field; gone when the request is answered. */
    List<Arrived> arrived(String name) {
        return form.arrived(name);
    }

    Map<String, List<String>> form() {
        return form.fields();
    }

    /** The address with what stands behind the question mark. */
    String uri() {
        return context.request().uri();
    }

    String pathOnly() {
        return context.request().path();
    }

    /**
     * An address under which people outside reach this path.
     *
     * @param publicUrl as it was set; when it is "", the address that this very request came to
     */
    String absolute(String publicUrl, String path) {
        if (!publicUrl.isEmpty()) {
            return publicUrl + path;
        }
        return context.request().scheme() + "://" + context.request().authority() + path;
    }

    String header(String name) {
        String value = context.request().getHeader(name);
        return value == null ? "" : value;
    }

    RoutingContext context() {
        return context;
    }

    /**
     * What stands in a field, without spaces around it.
     *
     * @throws Problem INVALID {@code case.faults} at this field when it is longer
     */
    String typed(String name, int longest) {
        String value = field(name).strip();
        if (value.length() > longest) {
            throw Problem.invalid("case.faults", List.of(tooLong(name, longest)));
        }
        return value;
    }

    static Fault tooLong(String name, int longest) {
        return new Fault(name, "case.text_long", Map.of("most", Integer.toString(longest)));
    }

    /** @throws Problem INVALID {@code request.long}, which says how much there is and may be, when the value is longer */
    static String checked(String value, int longest) {
        if (value.length() > longest) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "request.long",
                    Map.of("most", Integer.toString(longest), "n", Integer.toString(value.length())));
        }
        return value;
    }
}
