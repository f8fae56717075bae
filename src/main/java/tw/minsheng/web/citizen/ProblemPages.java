package tw.minsheng.web.citizen;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Problem;
import tw.minsheng.web.Assets;
import tw.minsheng.web.Failures;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Templates;

/** The page of a problem: what happened, what to do, whom to call. */
public final class ProblemPages implements Failures.ProblemPage {

    private final Templates templates;
    private final Frames frames;

    public ProblemPages(Templates templates, Assets assets, Clock clock, ZoneId zone) {
        this.templates = templates;
        this.frames = new Frames(assets, clock, zone);
    }

    @Override
    public Buffer draw(RoutingContext context, Problem problem, String text) {
        Words words = frames.words(context);
        Pages.Message message = message(words, problem, text, RequestLanguage.of(context));
        return templates.fill(
                "citizen/message",
                Map.of("frame", frames.around(context, words, message.heading(), ""), "page", message));
    }

    private static Pages.Message message(Words words, Problem problem, String text, RequestLanguage language) {
        List<PartPage.Link> home = List.of(new PartPage.Link(words.say("home.link"), language.link("/")));
        return switch (problem.code()) {
            case "survey.closed" -> new Pages.Message(closed(words, problem), List.of(words.say("closed.text")), home);
            case "survey.not_yet" ->
                new Pages.Message(
                        words.say(
                                "not_yet.heading",
                                "date",
                                words.date(Instant.parse(problem.args().get("opens")))),
                        List.of(),
                        home);
            default ->
                new Pages.Message(
                        words.say("fail." + problem.kind().name().toLowerCase(java.util.Locale.ROOT)),
                        List.of(text),
                        home);
        };
    }

    private static String closed(Words words, Problem problem) {
        String closes = problem.args().getOrDefault("closes", "");
        return closes.isEmpty() || Instant.parse(closes).equals(Wave.NO_END)
                ? words.say("closed.heading_undated")
                : words.say("closed.heading", "date", words.lastDay(Instant.parse(closes)));
    }
}
