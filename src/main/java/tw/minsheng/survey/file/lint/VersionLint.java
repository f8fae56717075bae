package tw.minsheng.survey.file.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.file.definition.Canonical;
import tw.minsheng.survey.file.definition.Difference;
import tw.minsheng.survey.file.definition.Neighbours;
import tw.minsheng.survey.file.definition.Published;

/** L11–L14: what was published stays true. */
final class VersionLint implements Lint {

    private final Neighbours beside;
    private final Set<String> sameMeaning;

    /** @param sameMeaning ids whose changed words mean the same (語意不變) */
    VersionLint(Neighbours beside, Set<String> sameMeaning) {
        this.beside = beside;
        this.sameMeaning = Set.copyOf(sameMeaning);
    }

    @Override
    public void check(Outline survey, Findings findings) {
        List<Published> published = beside.published();
        Optional<Version> version = version(survey.root().get("version").text());
        if (published.isEmpty() || version.isEmpty()) {
            return;
        }
        List<Published> others = published.stream()
                .filter(each -> !each.version().equals(version.get()))
                .toList();
        others.forEach(each -> types(survey, each, findings));
        reused(survey, others, findings);
        Optional<Published> same = published.stream()
                .filter(each -> each.version().equals(version.get()))
                .findFirst();
        if (same.isPresent()) {
            unchanged(survey, same.get(), findings);
        } else {
            raised(survey, version.get(), published.get(published.size() - 1), findings);
        }
    }

    private static Optional<Version> version(String text) {
        try {
            return Optional.of(Version.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void types(Outline survey, Published old, Findings findings) {
        for (Asked before : Outline.of(old.root()).asked()) {
            survey.asked(before.id())
                    .filter(now -> now.type() != before.type())
                    .ifPresent(now -> findings.add(
                            Rule.L12,
                            now.node().mark(),
                            Map.of(
                                    "id", Phrase.of(now.id()),
                                    "old", before.type().phrase(),
                                    "new", now.type().phrase())));
        }
    }

    /** An id that was gone in the version before this one and comes back with other words. */
    private static void reused(Outline survey, List<Published> published, Findings findings) {
        if (published.isEmpty()) {
            return;
        }
        Outline latest = Outline.of(published.get(published.size() - 1).root());
        Set<String> said = new HashSet<>();
        for (Published old : published) {
            for (Asked before : Outline.of(old.root()).asked()) {
                survey.asked(before.id())
                        .filter(now ->
                                latest.asked(now.id()).isEmpty() && !words(now).equals(words(before)))
                        .filter(now -> now.type() == before.type() && said.add(now.id()))
                        .ifPresent(now -> findings.add(
                                Rule.L11,
                                now.node().mark(),
                                Map.of(
                                        "id", Phrase.of(now.id()),
                                        "version", Phrase.of(old.version().toString()))));
            }
        }
    }

    private static String words(Asked asked) {
        return asked.node().get("text").get(Language.ZH_TW.tag()).text();
    }

    private void unchanged(Outline survey, Published same, Findings findings) {
        Map<String, byte[]> contents = contents(survey.root());
        boolean whole = contents.size() == Canonical.files(survey.root()).size();
        String hash = Sha256.hexOf(Canonical.bytes(survey.root(), contents));
        if (whole && !hash.equals(same.hash())) {
            findings.add(
                    Rule.L13,
                    survey.root().get("version").mark(),
                    Map.of(
                            "version", Phrase.of(same.version().toString()),
                            "old", Phrase.of(same.hash()),
                            "new", Phrase.of(hash)));
        }
    }

    /** The named files that are there. */
    private Map<String, byte[]> contents(Node root) {
        Map<String, byte[]> contents = new HashMap<>();
        for (String name : Canonical.files(root)) {
            beside.file(name).ifPresent(bytes -> contents.put(name, bytes));
        }
        return contents;
    }

    private void raised(Outline survey, Version version, Published latest, Findings findings) {
        Node now = Canonical.tree(survey.root(), contents(survey.root()));
        Difference difference = Difference.between(latest.root(), now, sameMeaning);
        Version required = difference.required(latest.version());
        if (version.compareTo(required) < 0) {
            findings.add(
                    Rule.L14,
                    survey.root().get("version").mark(),
                    Map.of(
                            "class",
                            Phrase.key("class." + difference.changeClass().word()),
                            "version",
                            Phrase.of(required.toString())));
        }
    }
}
