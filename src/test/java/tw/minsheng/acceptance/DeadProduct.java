package tw.minsheng.acceptance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.collect.AnswerWords;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finishing;
import tw.minsheng.collect.FormKeys;
import tw.minsheng.collect.MemoryStore;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.kernel.Texts;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseKeys;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.survey.Version;
import tw.minsheng.web.ClientAddress;
import tw.minsheng.web.Failures;
import tw.minsheng.web.FrontDoor;
import tw.minsheng.web.Health;
import tw.minsheng.web.OriginCheck;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Routes;
import tw.minsheng.web.WebServer;
import tw.minsheng.web.WebSettings;
import tw.minsheng.web.api.PetitionApi;
import tw.minsheng.web.api.SurveyApi;

/** The API of a product whose database is away. */
final class DeadProduct implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final List<Routes> api;
    private final WebServer server;

    DeadProduct() {
        ZoneId zone = ZoneId.of("Asia/Taipei");
        Clock clock = Clock.systemUTC();
        WebSettings settings = new WebSettings("127.0.0.1", 0, "", Set.of(), false, zone);
        FormKeys keys = new FormKeys("a secret of thirty-two bytes or more".getBytes(StandardCharsets.US_ASCII));
        Surveys away = new Away();
        api = List.of(
                new SurveyApi(
                        away,
                        new Finishing(away, new MemoryStore(clock), keys, clock, zone),
                        new ClientAddress(Set.of()),
                        new OriginCheck(""),
                        new RateLimits(false),
                        clock),
                petitions(zone, clock),
                new Health(Map.of("database", DeadProduct::away)));
        Failures failures = new Failures(
                new ProblemWords(List.of(Texts.of(WebServer.class), Texts.of(AnswerWords.class))),
                (context, problem, text) -> Buffer.buffer(text));
        server = InMemoryProduct.await(WebServer.start(vertx, settings, new FrontDoor(settings, failures), api, 1));
    }

    private static PetitionApi petitions(ZoneId zone, Clock clock) {
        OfficeDays days = ProductCalendar.read().days();
        Cases away = new NoCases();
        CaseKeys keys = new CaseKeys("a secret of thirty-two bytes or more".getBytes(StandardCharsets.US_ASCII));
        return new PetitionApi(
                new CaseIntake(CaseSamples::catalogue, away, keys, district -> days, clock, zone),
                new CaseDesk(CaseSamples::catalogue, away, district -> days, clock, zone),
                new ClientAddress(Set.of()),
                new OriginCheck(""),
                new RateLimits(false));
    }

    /** What it serves. */
    List<Routes> api() {
        return api;
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    private static <T> Future<T> away() {
        return Future.failedFuture(Problem.of(Problem.Kind.UNAVAILABLE, "unavailable"));
    }

    @Override
    public void close() {
        InMemoryProduct.await(server.stop());
        InMemoryProduct.await(vertx.close());
    }

    private static final class Away implements Surveys {
        @Override
        public Future<List<Listed>> all() {
            return away();
        }

        @Override
        public Future<List<Offer>> open() {
            return away();
        }

        @Override
        public Future<Optional<Offer>> find(String survey, DataSet set) {
            return away();
        }

        @Override
        public Future<Optional<Published>> version(String survey, Version version, DataSet set) {
            return away();
        }

        @Override
        public Future<List<Published>> versions(String survey) {
            return away();
        }
    }

    private static final class NoCases implements Cases {
        @Override
        public Future<Opened> open(Entry entry) {
            return away();
        }

        @Override
        public Future<CaseNumber> opened(String submission) {
            return away();
        }

        @Override
        public Future<CaseFile> find(CaseNumber number) {
            return away();
        }

        @Override
        public Future<Boolean> isCode(CaseNumber number, String codeHash) {
            return away();
        }

        @Override
        public Future<List<CaseEvent>> history(CaseNumber number) {
            return away();
        }

        @Override
        public Future<List<CaseFile>> write(List<Kept> all) {
            return away();
        }

        @Override
        public Future<CaseFile> writeWithCode(Kept kept, String codeHash) {
            return away();
        }

        @Override
        public Future<List<CaseFile>> related(CaseFile file, Set<String> agencies) {
            return away();
        }

        @Override
        public <T> Future<T> near(Near near, Function<List<CaseFile>, T> judge) {
            return away();
        }

        @Override
        public Future<List<ClosingFigures>> closings(CaseNumber number) {
            return away();
        }

        @Override
        public Future<List<CaseFile>> list(Filter filter, int offset, int limit) {
            return away();
        }

        @Override
        public Future<Boolean> isCut(Filter filter) {
            return away();
        }
    }
}
