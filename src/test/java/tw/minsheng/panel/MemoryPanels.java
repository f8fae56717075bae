package tw.minsheng.panel;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Audit;
import tw.minsheng.security.AuditEntry;

/** Panels and decisions in memory. */
public final class MemoryPanels implements Panels {

    private record Kept(long round, Expert expert, String hash, Sheet sheet) {}

    private final List<PanelRound> rounds = new ArrayList<>();
    private final Map<Long, Kept> experts = new LinkedHashMap<>();
    private final List<ItemDecision> decisions = new ArrayList<>();
    private final Audit audit;

    public MemoryPanels(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Future<List<PanelRound>> of(String survey) {
        List<PanelRound> found = new ArrayList<>(
                rounds.stream().filter(each -> each.survey().equals(survey)).toList());
        java.util.Collections.reverse(found);
        return Future.succeededFuture(found);
    }

    @Override
    public Future<List<Seat>> seats(PanelRound round) {
        return Future.succeededFuture(experts.values().stream()
                .filter(each -> each.round() == round.id())
                .map(each -> new Seat(round, each.expert(), each.sheet()))
                .toList());
    }

    @Override
    public Future<PanelRound> open(PanelRound round, Act act) {
        List<PanelRound> before = rounds.stream()
                .filter(each -> each.survey().equals(round.survey()))
                .toList();
        if (before.stream().anyMatch(each -> each.isOpen(act.at()))) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "panel.open"));
        }
        PanelRound opened = new PanelRound(
                rounds.size() + 1L,
                round.survey(),
                round.version(),
                before.size() + 1,
                round.asker(),
                round.essential(),
                act.actor(),
                act.at(),
                round.closes(),
                round.items());
        rounds.add(opened);
        return written(act, "panel.open", opened, "").map(opened);
    }

    private Future<Void> written(Act act, String what, PanelRound round, String rest) {
        return audit.write(AuditEntry.done(act, what, round.survey() + " " + round.number() + rest));
    }

    @Override
    public Future<Void> until(PanelRound round, Instant closes, Act act) {
        boolean other = rounds.stream()
                .anyMatch(each ->
                        each.survey().equals(round.survey()) && each.id() != round.id() && each.isOpen(act.at()));
        if (other) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "panel.open"));
        }
        closing(round, closes);
        return written(act, "panel.until", round, "");
    }

    @Override
    public Future<Void> close(PanelRound round, Act act) {
        if (!isOpen(round, act)) {
            return Future.succeededFuture();
        }
        closing(round, act.at());
        return tidy(act.at()).compose(done -> written(act, "panel.close", round, ""));
    }

    private boolean isOpen(PanelRound round, Act act) {
        return rounds.get((int) round.id() - 1).isOpen(act.at());
    }

    private static <T> Future<T> closed() {
        return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "panel.closed"));
    }

    private void closing(PanelRound round, Instant closes) {
        rounds.replaceAll(each -> each.id() == round.id()
                ? new PanelRound(
                        each.id(),
                        each.survey(),
                        each.version(),
                        each.number(),
                        each.asker(),
                        each.essential(),
                        each.actor(),
                        each.opened(),
                        closes,
                        each.items())
                : each);
    }

    @Override
    public Future<Long> add(PanelRound round, Expert expert, PanelKeys.Fresh key, Map<String, String> letter, Act act) {
        if (!isOpen(round, act)) {
            return closed();
        }
        boolean twice = experts.values().stream()
                .filter(each -> each.round() == round.id())
                .map(Kept::expert)
                .anyMatch(each -> !each.withdrawn()
                        && each.name().equals(expert.name())
                        && each.affiliation().equals(expert.affiliation())
                        && each.email().equals(expert.email()));
        if (twice) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "panel.twice"));
        }
        long there = experts.values().stream()
                .filter(each -> each.round() == round.id())
                .count();
        if (there >= MOST_EXPERTS) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "panel.full"));
        }
        long id = experts.size() + 1L;
        Expert kept = new Expert(id, expert.name(), expert.affiliation(), expert.email(), "", false, Expert.NEVER);
        experts.put(id, new Kept(round.id(), kept, key.hash(), Sheet.EMPTY));
        return written(act, "panel.add", round, " " + id).map(id);
    }

    private Future<Void> changed(PanelRound round, long id, String hash, boolean withdrawn, String what, Act act) {
        Kept kept = experts.get(id);
        if (kept == null || kept.round() != round.id()) {
            return Future.failedFuture(Problem.notFound("expert", Long.toString(id)));
        }
        Expert before = kept.expert();
        String email = withdrawn ? "" : before.email();
        Expert after = new Expert(id, before.name(), before.affiliation(), email, "", withdrawn, before.finished());
        experts.put(id, new Kept(kept.round(), after, hash, kept.sheet()));
        return written(act, what, round, " " + id);
    }

    @Override
    public Future<Void> renew(PanelRound round, long expert, PanelKeys.Fresh key, Map<String, String> letter, Act act) {
        return isOpen(round, act) ? changed(round, expert, key.hash(), false, "panel.renew", act) : closed();
    }

    @Override
    public Future<Void> edit(PanelRound round, long id, Expert words, Act act) {
        Kept kept = experts.get(id);
        if (!isOpen(round, act)) {
            return closed();
        }
        if (kept == null || kept.round() != round.id()) {
            return Future.failedFuture(Problem.notFound("expert", Long.toString(id)));
        }
        Expert before = kept.expert();
        Expert after = new Expert(
                id,
                words.name(),
                words.affiliation(),
                words.email(),
                before.mail(),
                before.withdrawn(),
                before.finished());
        experts.put(id, new Kept(kept.round(), after, kept.hash(), kept.sheet()));
        return written(act, "panel.edit", round, " " + id);
    }

    @Override
    public Future<Void> withdraw(PanelRound round, long expert, Act act) {
        return changed(round, expert, "", true, "panel.withdraw", act);
    }

    private Optional<Kept> by(String hash) {
        return experts.values().stream()
                .filter(each -> !hash.isEmpty() && each.hash().equals(hash))
                .findFirst();
    }

    private PanelRound round(Kept kept) {
        return rounds.get((int) kept.round() - 1);
    }

    @Override
    public Future<Optional<Seat>> seat(String hash) {
        return Future.succeededFuture(by(hash).map(kept -> new Seat(round(kept), kept.expert(), kept.sheet())));
    }

    @Override
    public Future<Boolean> rate(String hash, Map<String, Rating> ratings, Instant now) {
        return kept(hash, now, kept -> {
            Map<String, Rating> all = new LinkedHashMap<>(kept.sheet().ratings());
            all.putAll(ratings);
            return new Kept(
                    kept.round(),
                    kept.expert(),
                    kept.hash(),
                    new Sheet(all, kept.sheet().comment()));
        });
    }

    @Override
    public Future<Boolean> conclude(String hash, String comment, boolean finishes, Instant now) {
        return kept(hash, now, kept -> {
            Expert before = kept.expert();
            boolean first = finishes && !before.isFinished();
            Expert after = new Expert(
                    before.id(),
                    before.name(),
                    before.affiliation(),
                    before.email(),
                    before.mail(),
                    before.withdrawn(),
                    first ? now : before.finished());
            return new Kept(
                    kept.round(), after, kept.hash(), new Sheet(kept.sheet().ratings(), comment));
        });
    }

    private Future<Boolean> kept(String hash, Instant now, java.util.function.UnaryOperator<Kept> change) {
        Optional<Kept> found = by(hash).filter(kept -> round(kept).isOpen(now));
        found.ifPresent(kept -> experts.put(kept.expert().id(), change.apply(kept)));
        return Future.succeededFuture(found.isPresent());
    }

    @Override
    public Future<Integer> tidy(Instant now) {
        int[] erased = {0};
        experts.replaceAll((id, kept) -> {
            Expert expert = kept.expert();
            if (expert.email().isEmpty() || round(kept).isOpen(now)) {
                return kept;
            }
            erased[0]++;
            Expert after =
                    new Expert(id, expert.name(), expert.affiliation(), "", "", expert.withdrawn(), expert.finished());
            return new Kept(kept.round(), after, kept.hash(), kept.sheet());
        });
        return Future.succeededFuture(erased[0]);
    }

    /** All decisions of a survey, by the other door. */
    public ItemDecisions decisions() {
        return new ItemDecisions() {
            @Override
            public Future<List<ItemDecision>> of(String survey) {
                List<ItemDecision> found = new ArrayList<>(decisions.stream()
                        .filter(each -> each.survey().equals(survey))
                        .toList());
                java.util.Collections.reverse(found);
                return Future.succeededFuture(found);
            }

            @Override
            public Future<Void> add(ItemDecision decision, Act act) {
                return keep(decision, act);
            }
        };
    }

    /** Everything but the moment. */
    private static List<Object> said(ItemDecision decision) {
        return List.of(
                decision.version(),
                decision.proposal(),
                decision.rules(),
                decision.choice(),
                decision.reason(),
                decision.actor());
    }

    private Future<Void> keep(ItemDecision decision, Act act) {
        Optional<ItemDecision> newest = new Evidence(
                        decision.survey(),
                        List.of(),
                        decisions().of(decision.survey()).result())
                .decision(decision.basis(), decision.stand(), decision.item());
        if (newest.filter(each -> said(each).equals(said(decision))).isPresent()) {
            return Future.succeededFuture();
        }
        decisions.add(decision);
        return audit.write(AuditEntry.done(
                act,
                "item.decide",
                decision.survey() + " " + decision.item() + " "
                        + decision.choice().key()));
    }
}
