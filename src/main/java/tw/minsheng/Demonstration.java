package tw.minsheng;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.Codes;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finish;
import tw.minsheng.collect.NoticeHash;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Surveys;
import tw.minsheng.collect.Walk;
import tw.minsheng.collect.Wave;
import tw.minsheng.collect.Waves;
import tw.minsheng.demo.InventedAnswers;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.RepublicYear;

/** Fills the set {@code demo} of the shipped surveys with invented answers, once. */
final class Demonstration {

    private static final String ACTOR = "demo";
    private static final long SEED = 114;
    private static final int BATCH = 200;
    private static final Duration FIELDWORK = Duration.ofDays(21);

    /** How many answers; two sizes, so that one survey looks like a small counter survey and one like a drawn one. */
    private static final int DRAWN = 1_043;

    private static final int OPEN = 312;

    private final Surveys surveys;
    private final Waves waves;
    private final Responses responses;
    private final Clock clock;
    private final ZoneId zone;

    Demonstration(Surveys surveys, Waves waves, Responses responses, Clock clock, ZoneId zone) {
        this.surveys = surveys;
        this.waves = waves;
        this.responses = responses;
        this.clock = clock;
        this.zone = zone;
    }

    /** Completes with how many answers there are in all; a survey that has some already gets no more. */
    Future<Integer> fill() {
        return surveys.open().compose(open -> {
            Future<Integer> all = Future.succeededFuture(0);
            for (Surveys.Offer offer :
                    open.stream().filter(each -> !each.isInvitedOnly()).toList()) {
                all = all.compose(before -> fill(offer.current()).map(now -> before + now));
            }
            return all;
        });
    }

    private Future<Integer> fill(Published published) {
        String survey = published.survey().id();
        return waves.of(survey, DataSet.DEMO)
                .compose(known -> known.isEmpty() ? invent(published) : Future.succeededFuture(0));
    }

    private Future<Integer> invent(Published published) {
        Instant now = clock.instant();
        LocalDate to = now.atZone(zone).toLocalDate().minusDays(1);
        LocalDate from = to.minusDays(FIELDWORK.toDays() - 1);
        String code = Integer.toString(RepublicYear.of(to));
        String survey = published.survey().id();
        Act act = new Act(ACTOR, published.agency(), now);
        String notice = NoticeHash.of(published.survey().privacy().notice(), Language.ZH_TW);
        boolean drawn = published.survey().sampling().design().isProbability();
        List<AnswerSheet> sheets = new InventedAnswers(published, notice, code, from, to)
                .sheets(drawn ? DRAWN : OPEN, SEED)
                .toList();
        return waves.open(act, survey, DataSet.DEMO, code, Wave.NO_END)
                .compose(wave -> keep(published, sheets))
                .compose(kept -> waves.close(act, survey, DataSet.DEMO, code).map(sheets.size()));
    }

    private Future<Void> keep(Published published, List<AnswerSheet> sheets) {
        AtomicInteger number = new AtomicInteger();
        List<Finish> finishes = sheets.stream()
                .map(sheet -> finish(published, sheet, number.getAndIncrement()))
                .toList();
        Future<Void> all = Future.succeededFuture();
        for (int from = 0; from < finishes.size(); from += BATCH) {
            List<Finish> batch = finishes.subList(from, Math.min(finishes.size(), from + BATCH));
            all = all.compose(before ->
                    Future.all(batch.stream().map(responses::finish).toList()).mapEmpty());
        }
        return all;
    }

    private static Finish finish(Published published, AnswerSheet sheet, int number) {
        String key = "demo " + sheet.survey() + " " + sheet.wave() + " " + number;
        return new Finish(
                key,
                "",
                "",
                Finish.DraftRef.NONE,
                sheet,
                Codes.of(Walk.of(published.form(), sheet.answers())),
                List.of());
    }
}
