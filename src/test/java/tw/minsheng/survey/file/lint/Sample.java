package tw.minsheng.survey.file.lint;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.format.Yaml;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.file.definition.Canonical;
import tw.minsheng.survey.file.definition.Neighbours;
import tw.minsheng.survey.file.definition.Published;

/** A small definition without faults, its files, and what was published of it; edited by tests. */
public record Sample(String yaml, Map<String, byte[]> files, List<Published> published) implements Neighbours {

    private static final String YAML = """
            format: satisfaction-survey/1
            id: test-counter
            version: 1.0.0
            status: draft
            owner: {agency: 工務局, unit: 秘書室, contact: a@example.org, phone: 07-1234567}
            kind: general
            background:
              purpose: {zh-TW: 瞭解感受}
              target: {zh-TW: 臨櫃民眾}
              service: {zh-TW: 臨櫃服務}
              exclusions: [{id: ex_fast, rule: "secondsPerItem < 1", action: flag}]
            languages: [zh-TW]
            title: {zh-TW: 臨櫃調查}
            privacy:
              anonymous: true
              retentionMonths: 24
              notice:
                version: 1
                agency: {zh-TW: 工務局}
                purpose: {zh-TW: 改善服務}
                categories: {zh-TW: 性別}
                use: {zh-TW: 統計}
                rights: {zh-TW: 可隨時更改}
                refusal: {zh-TW: 不影響權益}
            scales:
              sat5:
                kind: likert
                neutral: 3
                satisfiedFrom: 4
                points: [{value: 5, label: {zh-TW: 五}}, {value: 4, label: {zh-TW: 四}}, {value: 3, label: {zh-TW: 三}},
                  {value: 2, label: {zh-TW: 二}}, {value: 1, label: {zh-TW: 一}}]
                missing: [{code: dk, spss: -8, label: {zh-TW: 不知道}}]
              agree5:
                kind: likert
                neutral: 3
                satisfiedFrom: 4
                points: [{value: 5, label: {zh-TW: 五}}, {value: 4, label: {zh-TW: 四}}, {value: 3, label: {zh-TW: 三}},
                  {value: 2, label: {zh-TW: 二}}, {value: 1, label: {zh-TW: 一}}]
                missing: [{code: dk, spss: -8, label: {zh-TW: 不知道}}]
            constructs:
              env: {label: {zh-TW: 環境}, items: [env_a, env_b, env_c], weightInIndex: 0.5}
              staff: {label: {zh-TW: 人員}, items: [st_a, st_b, st_c], weightInIndex: 0.5}
            overall: sat_all
            pages:
              - id: p_visit
                title: {zh-TW: 洽公}
                questions:
                  - {id: counter, type: single, text: {zh-TW: 哪個櫃台}, choices: [
                      {value: road, label: {zh-TW: 道路}}, {value: build, label: {zh-TW: 建管}},
                      {value: none, ends: screenout, label: {zh-TW: 沒有}}]}
              - id: p_env
                title: {zh-TW: 環境}
                questions:
                  - id: q_env
                    type: matrix
                    scale: sat5
                    text: {zh-TW: 您對下列各項滿意嗎}
                    items:
                      - {id: env_a, text: {zh-TW: 環境整潔}}
                      - {id: env_b, text: {zh-TW: 櫃台標示}}
                      - {id: env_c, reverse: true, text: {zh-TW: 等候太久}}
              - id: p_staff
                title: {zh-TW: 人員}
                showIf: "counter in ['road', 'build']"
                questions:
                  - id: q_staff
                    type: matrix
                    scale: sat5
                    text: {zh-TW: 您對人員滿意嗎}
                    items: [{id: st_a, text: {zh-TW: 親切}}, {id: st_b, text: {zh-TW: 專業}}, {id: st_c, text: {zh-TW: 迅速}}]
              - id: p_all
                title: {zh-TW: 整體}
                questions:
                  - {id: sat_all, type: scale, scale: sat5, text: {zh-TW: 整體滿意嗎}}
                  - {id: reasons, type: multiple, text: {zh-TW: 為什麼}, choices: [
                      {value: a, label: {zh-TW: 甲}}, {value: b, label: {zh-TW: 乙}}]}
                  - {id: comment, type: text, text: {zh-TW: 建議}}
            sampling:
              design: stratified
              frame: {name: 叫號紀錄, size: 300, asOf: 2025-12-31}
              strata: {variable: counter, allocation: proportional, targets: population/counter.csv}
              plan: {confidence: 0.95, marginOfError: 0.03, expectedResponseRate: 0.35}
            weighting:
              method: raking
              margins:
                - {variable: counter, file: population/counter.csv, source: 叫號紀錄, asOf: 2025-12-31}
              trim: [0.3, 3.0]
            modes: [web, paper]
            quotas:
              - {id: qt_road, when: "counter = 'road'", limit: 120}
            actions:
              - {id: ac_env, when: "meanSatisfied(env) < 0.80 and n(env) >= 30", owner: 秘書室, dueDays: 60}
            """;

    public static Sample make() {
        byte[] counts = "code,n\nroad,100\nbuild,200\n".getBytes(StandardCharsets.UTF_8);
        return new Sample(YAML, Map.of("population/counter.csv", counts), List.of());
    }

    /** Replaces a piece that is there. */
    public Sample edit(String from, String to) {
        if (!yaml.contains(from)) {
            throw new IllegalArgumentException("not in the sample: " + from);
        }
        int at = yaml.indexOf(from);
        return new Sample(yaml.substring(0, at) + to + yaml.substring(at + from.length()), files, published);
    }

    public Sample withFile(String name, String content) {
        Map<String, byte[]> more = new HashMap<>(files);
        more.put(name, content.getBytes(StandardCharsets.UTF_8));
        return new Sample(yaml, more, published);
    }

    public Sample withoutFiles() {
        return new Sample(yaml, Map.of(), published);
    }

    /** As if this had been published under a version before. */
    public Sample publish(String version) {
        byte[] json = Canonical.bytes(document().root(), files);
        List<Published> more = new java.util.ArrayList<>(published);
        more.add(Published.read(Version.parse(version), json));
        return new Sample(yaml, files, more);
    }

    /** The number of the first line that holds the fragment. */
    public int line(String fragment) {
        return yaml.substring(0, yaml.indexOf(fragment)).split("\n", -1).length;
    }

    public Yaml.Document document() {
        return Yaml.parse(yaml.getBytes(StandardCharsets.UTF_8));
    }

    public List<Finding> check() {
        return new Linter("survey.yaml", this, Set.of()).check(document());
    }

    @Override
    public Optional<byte[]> file(String relative) {
        return Optional.ofNullable(files.get(relative));
    }
}
