package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.Finish;
import tw.minsheng.collect.Outcome;
import tw.minsheng.invite.CaseSurveys;
import tw.minsheng.kernel.Problem;
import tw.minsheng.store.FinishColumn.Sent;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Quota;
import tw.minsheng.survey.Variable;

/**
 * Finishing by somebody who was invited: besides what {@link Endings} does the invitation is spent, and where the survey
 * is anonymous the answer waits in {@code pending} until a release. The submission keeps no MAC of the answer: with the
 * token it would tell which answer it was.
 */
final class InvitedEndings {

    private static final String COLUMNS =
            "survey_no, version_no, data_set, wave, stratum, source, mode, display, language, outcome, day, seconds,"
                    + " answers, codes";

    private static final String VALUES = """
            select $1, $10, $2, $3, spent.stratum, $11, case when spent.by_phone then 'phone' else $12 end, $13, $14,
              told.outcome, $15::date,
              case when told.outcome = 'quota_full' then '{}'::jsonb else $16::jsonb end,
              case when told.outcome = 'quota_full' then '{}'::jsonb else $17::jsonb end,
              case when told.outcome = 'quota_full' then '{}'::smallint[] else $18::text::smallint[] end
            from told, spent""";

    private static final String FINISH = """
            with open_wave as (
              select 1 from wave where survey_no = $1 and data_set = $2 and code = $3 and open and closes_at > now()
            ), gone as (
              delete from draft where code_hash = $4 and revision = $5 and exists (select 1 from open_wave) returning 1
            ), spent as (
              update invitation i set state = 'spent', seed = '', by_phone = false
              from invitation o
              where o.id = i.id
                and i.token_hash = $21 and i.survey_no = $1 and i.wave = $3 and i.state <> 'spent'
                and exists (select 1 from open_wave) and ($4 = '' or exists (select 1 from gone))
              returning i.stratum, i.contact, o.by_phone
            ), locked as materialized (
              select c.quota, c.n < l.most as has_room
              from unnest($19::text[], $20::int[]) as l (quota, most)
              join quota_count c on c.survey_no = $1 and c.data_set = $2 and c.wave = $3 and c.quota = l.quota
              order by c.quota for update of c
            ), room as (
              select coalesce(bool_and(has_room), true) as ok from locked
            ), told as (
              insert into submission (key_hash, body_mac, receipt, outcome, survey_no, data_set, wave)
              select $6, case when $22 then '' else $7 end, $8, case when room.ok then $9 else 'quota_full' end,
                $1, $2, $3
              from spent, room
              on conflict (key_hash) do nothing returning outcome
            ), counted as (
              update quota_count c set n = c.n + 1 from told
              where told.outcome <> 'quota_full' and c.survey_no = $1 and c.data_set = $2 and c.wave = $3
                and c.quota = any ($19::text[])
            ), held as (
              insert into pending (%s) %s where $22
            ), wished as (
              insert into case_wish (no, wish)
              select c.case_no, $23 from told, spent join contact c on c.id = spent.contact
              where $23 in ('reopen', 'check') and c.case_no <> 0 and told.outcome = 'complete'
              on conflict (no) do nothing
            ), kept as (
              insert into response (%s) %s where not $22
            )
            select (select outcome from told) as outcome, exists (select 1 from open_wave) as is_open,
              exists (select 1 from gone) as is_gone""".formatted(COLUMNS, VALUES, COLUMNS, VALUES);

    private InvitedEndings() {}

    /**
     * What came of it.
     *
     * @param outcome when this finish was the first; empty, with nothing changed, when it was not
     * @param isOpen whether the wave takes answers
     */
    record Done(Optional<Outcome> outcome, boolean isOpen) {}

    /** What somebody who was asked about her case agreed to; it is known of the case, her other answers are not. */
    private static String wish(Sent sent) {
        return sent.finish().sheet().answers().get(CaseSurveys.WISH) instanceof Answer.Choice choice
                ? choice.value()
                : "";
    }

    /** Kept beside the case, it would tell which answer is hers: there is often one wish only in a group. */
    private static Sent withoutWish(Sent sent) {
        Finish finish = sent.finish();
        List<Variable> variables = sent.version().content().form().variables();
        List<Short> codes = new ArrayList<>(finish.codes());
        for (int i = 0; i < codes.size(); i++) {
            if (variables.get(i).question().equals(CaseSurveys.WISH)) {
                codes.set(i, (short) Variable.NOT_ANSWERED);
            }
        }
        Finish kept = new Finish(
                finish.submission(),
                finish.bodyMac(),
                finish.receipt(),
                finish.draft(),
                finish.sheet().without(CaseSurveys.WISH),
                codes,
                finish.quotas(),
                finish.invitation());
        return new Sent(kept, sent.version());
    }

    /** Fails, so that all is undone, when the invitation was spent on another way while a draft was open. */
    static Future<Done> finish(SqlConnection connection, Sent sent) {
        String[] ids = sent.finish().quotas().stream().map(Quota::id).toArray(String[]::new);
        Integer[] limits = sent.finish().quotas().stream().map(Quota::limit).toArray(Integer[]::new);
        boolean anonymous = sent.version().content().survey().privacy().anonymous();
        return connection
                .preparedQuery(FINISH)
                .execute(FinishColumn.withoutPlace(anonymous ? withoutWish(sent) : sent)
                        .addValue(ids)
                        .addValue(limits)
                        .addString(sent.finish().invitation())
                        .addBoolean(anonymous)
                        .addString(wish(sent)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    Optional<Outcome> outcome =
                            Optional.ofNullable(row.getString("outcome")).map(Outcome::of);
                    if (outcome.isEmpty() && row.getBoolean("is_gone")) {
                        // the draft must not be lost: a failure undoes its deletion
                        throw Problem.of(
                                Problem.Kind.GONE,
                                "invitation.spent",
                                Map.of("survey", sent.finish().sheet().survey()));
                    }
                    return new Done(outcome, row.getBoolean("is_open"));
                });
    }
}
