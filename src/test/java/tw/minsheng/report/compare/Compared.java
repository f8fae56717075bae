package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Results;
import tw.minsheng.report.SmallSurvey;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.survey.Survey;

/** A small survey with three ages, and answers in which the old are more content than the others and the sexes are alike. */
final class Compared {

    private static final String AGE = """
                  - {id: age, type: single, role: demographic, text: {zh-TW: 年齡, en: Age}, choices: [
                      {value: young, label: {zh-TW: 青年, en: Young}}, {value: mid, label: {zh-TW: 中年, en: Middle}},
                      {value: old, label: {zh-TW: 老年, en: Old}}, {value: few, label: {zh-TW: 少數, en: Few}}]}
            """;

    private static final List<String> AGES = List.of("young", "mid", "old");

    private Compared() {}

    /** @param sections of sampling and weighting */
    static Survey survey(String... sections) {
        return SmallSurvey.changed(Map.of("      - {id: sex", AGE + "      - {id: sex"), sections);
    }

    /** One person: the answers to e1 e2 e3 c1 c2 (as scored) and to the overall item, and who it is. */
    record Person(List<Integer> points, String age, String sex) {}

    static List<Person> people(int n, double more) {
        SplitMix64 random = new SplitMix64(7);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String age = i % 40 == 39 ? "few" : AGES.get(i % 3);
            double mood = random.nextUniform() * 2 + (age.equals("old") ? more : 0);
            List<Integer> points = new ArrayList<>();
            for (int item = 0; item < 6; item++) {
                points.add((int) Math.max(1, Math.min(5, Math.round(1.5 + mood + random.nextUniform() * 2))));
            }
            people.add(new Person(points, age, random.nextUniform() < .5 ? "f" : "m"));
        }
        return people;
    }

    static String csv(List<Person> people) {
        StringBuilder csv = new StringBuilder("e1,e2,e3,c1,c2,all,age,sex\n");
        for (Person person : people) {
            List<Integer> points = person.points();
            for (int item = 0; item < 6; item++) {
                csv.append(item == 4 ? 6 - points.get(item) : points.get(item)).append(',');
            }
            csv.append(person.age()).append(',').append(person.sex()).append('\n');
        }
        return csv.toString();
    }

    static Results analysed(Survey survey, List<Person> people) {
        return SmallSurvey.analysed(survey, Facts.NONE, csv(people), Extent.WHOLE_PAGE);
    }

    /** Scores of the items from one to before another, 0–100, of those of this age. */
    static double[] scores(List<Person> people, int from, int to, String age) {
        return people.stream()
                .filter(person -> person.age().equals(age))
                .mapToDouble(person -> (person.points().subList(from, to).stream()
                                        .mapToInt(Integer::intValue)
                                        .average()
                                        .orElseThrow()
                                - 1)
                        / 4
                        * 100)
                .toArray();
    }
}
