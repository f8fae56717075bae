package tw.minsheng.collect;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Quota;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/** Finished answers for the contracts of doors. */
public final class Sheets {

    static final Version FIRST = new Version(1, 0, 0);

    private Sheets() {}

    static Map<String, Answer> answers() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("d_counter", new Answer.Choice("road"));
        answers.put("env_clean", new Answer.Point(4));
        answers.put("env_signs", new Answer.Missing("dk"));
        answers.put("env_wait", new Answer.Point(1));
        answers.put("q_wait_why", new Answer.Choices(List.of("no_estimate", "other")));
        answers.put("q_wait_why__other_text", new Answer.Text("'; drop table response; -- 😀"));
        answers.put("comment", new Answer.Text("第一行\n=1+1\t\"引號\""));
        return answers;
    }

    public static AnswerSheet sheet(String survey, String wave, DataSet set) {
        return new AnswerSheet(
                survey,
                FIRST,
                "ab".repeat(32),
                wave,
                set,
                Source.OPEN,
                Survey.Mode.WEB,
                Display.ITEMS,
                Language.ZH_TW,
                1,
                NoticeHash.of(Samples.counter(survey, FIRST).privacy().notice(), Language.ZH_TW),
                LocalDate.of(2026, 11, 20),
                Map.of("p_visit", 12),
                Outcome.COMPLETE,
                answers());
    }

    public static Finish finish(String submission, AnswerSheet sheet, Finish.DraftRef draft, List<Quota> quotas) {
        return new Finish(
                submission,
                "mac-of-" + submission,
                "R-" + submission,
                draft,
                sheet,
                List.of((short) 2, (short) 4, (short) -8),
                quotas);
    }

    static Finish finish(String submission, String survey, String wave, DataSet set) {
        return finish(submission, sheet(survey, wave, set), Finish.DraftRef.NONE, List.of());
    }
}
