package tw.minsheng.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.invite.AfterClosingPlan;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.kernel.Language;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Outcome;

/** One look at closed cases, in the order of their closing: who is asked, and why the others are not. Not to be shared. */
final class CaseDraw {

    private final AfterClosingPlan plan;
    private final Invitations.Letter letter;
    private final InviteKeys keys;
    private final Set<String> unwilling;
    private final Set<String> asked;
    private final JsonArray rows = new JsonArray();

    CaseDraw(AfterClosingPlan plan, Invitations.Letter letter, InviteKeys keys, People people) {
        this.plan = plan;
        this.letter = letter;
        this.keys = keys;
        this.unwilling = people.unwilling();
        this.asked = new HashSet<>(people.asked());
    }

    /** Of the people at hand, those who want no invitations, and those who were asked before; by their keys. */
    record People(Set<String> unwilling, Set<String> asked) {
        People {
            unwilling = Set.copyOf(unwilling);
            asked = Set.copyOf(asked);
        }
    }

    static Set<String> person(Row row, InviteKeys keys) {
        return keys.people(text(row, "email"), text(row, "phone"));
    }

    void look(Row row) {
        CaseNumber number = CaseRows.number(row.getLong("no"));
        Outcome outcome = Outcome.of(row.getString("outcome")).orElse(Outcome.NONE);
        Set<String> person = person(row, keys);
        String excluded = excluded(row, person);
        boolean drawn = excluded.isEmpty() && plan.isDrawn(number, outcome);
        if (drawn) {
            asked.addAll(person);
        }
        InviteKeys.Fresh fresh = keys.fresh();
        rows.add(new JsonObject()
                .put("no", row.getLong("no"))
                .put("agency", row.getString("agency"))
                .put("stratum", AfterClosingPlan.stratum(row.getString("agency"), row.getString("type"), outcome))
                .put("excluded", excluded)
                .put("drawn", drawn)
                .put("reachable", !person.isEmpty())
                .put("name", text(row, "name"))
                .put("email", text(row, "email"))
                .put("phone", text(row, "phone"))
                .put("language", language(row.getString("language")))
                .put("other", drawn && !speaks(row.getString("language")))
                .put("hash", fresh.hash())
                .put("seed", fresh.seed())
                .put("person", new JsonArray(List.copyOf(person))));
    }

    private String excluded(Row row, Set<String> person) {
        if (row.getBoolean("locked")) {
            return "locked";
        }
        if (row.getBoolean("own")) {
            return "own";
        }
        // who has an address is known by it: somebody else at her telephone does not speak for her
        if (person.stream().limit(1).anyMatch(unwilling::contains)) {
            return "unwilling";
        }
        return person.stream().anyMatch(asked::contains) ? "asked" : "";
    }

    private boolean speaks(String language) {
        return letter.facts().containsKey(language);
    }

    /** Every survey speaks Chinese; nobody is left out because it speaks nothing else. */
    private String language(String wanted) {
        return speaks(wanted) ? wanted : Language.ZH_TW.tag();
    }

    private static String text(Row row, String column) {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    JsonArray rows() {
        return rows;
    }

    /** How many are asked in another language than their own. */
    int spoken() {
        return (int) rows.stream()
                .filter(each -> ((JsonObject) each).getBoolean("other"))
                .count();
    }
}
