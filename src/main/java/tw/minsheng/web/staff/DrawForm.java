package tw.minsheng.web.staff;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tw.minsheng.invite.Seed;
import tw.minsheng.invite.draw.DrawnFrame;
import tw.minsheng.report.draw.DrawOrder;
import tw.minsheng.report.plan.SamplePlan;
import tw.minsheng.survey.SamplingPlan;

/**
 * What was typed to draw a sample.
 *
 * @param typed by field
 * @param errors by field, keys of messages
 */
record DrawForm(Map<String, String> typed, Map<String, String> errors) {

    /** Columns by which somebody is reached, as the frame may call them. */
    static final List<String> CONTACTS = List.of("email", "phone", "person", "language");

    /** A seed has as many digits as can be typed again. */
    private static final long SEEDS = 1_000_000_000_000_000_000L;

    private static final List<String> FIELDS = List.of(
            "design", "share", "size", "least", "seed", "group", "measure", "email", "phone", "person", "language");

    private static final Map<String, List<String>> USUAL_NAMES = Map.of(
            "email", List.of("email", "e-mail", "mail", "電子郵件", "信箱"),
            "phone", List.of("phone", "tel", "telephone", "mobile", "電話", "手機"),
            "person", List.of("name", "姓名"),
            "language", List.of("language", "lang", "語言"));

    DrawForm {
        typed = Map.copyOf(typed);
        errors = Map.copyOf(errors);
    }

    /** What the survey declares, and columns that are called as one expects. */
    static DrawForm usual(SamplingPlan plan, DrawnFrame frame) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(field -> typed.put(field, ""));
        typed.put("design", design(plan));
        typed.put("share", plan.strata().allocation().name().toLowerCase(Locale.ROOT));
        typed.put("least", "0");
        typed.put("size", size(plan, frame));
        typed.put(
                "group",
                column(frame, List.of(plan.strata().variable(), plan.cluster().variable())));
        CONTACTS.forEach(field -> typed.put(field, column(frame, USUAL_NAMES.getOrDefault(field, List.of()))));
        return new DrawForm(typed, Map.of());
    }

    /** How a survey's people are drawn, by the key of the command line; a census draws everybody. */
    static String design(SamplingPlan plan) {
        return plan.design() == SamplingPlan.Design.CENSUS
                ? "srs"
                : plan.design().name().toLowerCase(Locale.ROOT);
    }

    private static String size(SamplingPlan plan, DrawnFrame frame) {
        if (plan.design() == SamplingPlan.Design.CENSUS) {
            return Long.toString(frame.rows());
        }
        boolean counted = plan.precision().isGiven() && plan.design() != SamplingPlan.Design.CLUSTER;
        return Optional.of(PlanForm.of(plan, UnaryOperator.identity()))
                .filter(form -> counted && form.isGood())
                .flatMap(form -> SamplePlan.of(form.wish()))
                .map(planned -> Long.toString(Math.min(planned.contacts(), frame.rows())))
                .orElse("");
    }

    private static String column(DrawnFrame frame, List<String> names) {
        return frame.columns().stream()
                .filter(column -> !column.isEmpty() && !column.equals(frame.id()))
                .filter(column -> names.contains(column.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
    }

    static DrawForm of(UnaryOperator<String> field, SamplingPlan plan, DrawnFrame frame) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(
                name -> typed.put(name, StaffRequest.checked(field.apply(name).strip(), 200)));
        Map<String, String> errors = new LinkedHashMap<>();
        String design = typed.getOrDefault("design", "");
        if (!design.equals(design(plan)) && !design.equals("pps")) {
            errors.put("design", "sample.error.design");
        }
        if (!DrawOrder.shares().contains(typed.getOrDefault("share", ""))) {
            errors.put("share", "sample.error.share");
        }
        whole(typed, "size", "[0-9]{1,7}", 1, errors);
        if (design(plan).equals("stratified")) {
            whole(typed, "least", "[0-9]{0,7}", 0, errors);
        }
        if (!typed.getOrDefault("seed", "").matches("|-?[0-9]{1,18}")) {
            errors.put("seed", "sample.error.seed");
        }
        DrawOrder order = new DrawForm(typed, Map.of()).order(frame, 1, 0);
        if (order.needsGroup() && !frame.columns().contains(order.group())) {
            errors.put("group", "sample.error.group." + design);
        }
        if (order.needsMeasure() && !frame.columns().contains(order.measure())) {
            errors.put("measure", "sample.error.measure");
        }
        CONTACTS.stream()
                .filter(name -> !typed.getOrDefault(name, "").isEmpty()
                        && !frame.columns().contains(typed.getOrDefault(name, "")))
                .forEach(name -> errors.put(name, "sample.error.column"));
        return new DrawForm(typed, errors);
    }

    private static void whole(
            Map<String, String> typed, String field, String form, int least, Map<String, String> errors) {
        String plain = plain(typed.getOrDefault(field, ""));
        typed.put(field, plain);
        if (!plain.matches(form) || (!plain.isEmpty() && Integer.parseInt(plain) < least)) {
            errors.put(field, "sample.error." + field);
        }
    }

    /** Full-width digits and separators of thousands are understood. */
    private static String plain(String typed) {
        return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .replace(",", "");
    }

    private String text(String field) {
        return typed.getOrDefault(field, "");
    }

    int size() {
        return Integer.parseInt(text("size"));
    }

    long least() {
        return text("least").isEmpty() ? 0 : Long.parseLong(text("least"));
    }

    /** As typed, else a new one. */
    Seed seed(SecureRandom random) {
        return text("seed").isEmpty()
                ? new Seed(Math.floorMod(random.nextLong(), SEEDS), Seed.Source.MADE)
                : new Seed(Long.parseLong(text("seed")), Seed.Source.TYPED);
    }

    /** @param size and seed of the draw */
    DrawOrder order(DrawnFrame frame, int size, long seed) {
        boolean counted = errors.isEmpty() && text("least").matches("[0-9]{1,7}");
        return new DrawOrder(
                text("design"),
                text("share"),
                size,
                counted ? least() : 0,
                seed,
                frame.id(),
                text("group"),
                text("measure"));
    }

    /** The columns by which people are reached, those that were chosen. */
    List<String> contacts() {
        return CONTACTS.stream()
                .map(this::text)
                .filter(column -> !column.isEmpty())
                .toList();
    }

    /** What stands in the column of this contact field, "" where there is none. */
    String contact(String field, List<String> picked) {
        List<String> chosen = contacts();
        String column = text(field);
        return column.isEmpty() || picked.isEmpty() ? "" : picked.get(chosen.indexOf(column));
    }

    /** The same with an error found later. */
    DrawForm with(String field, String key) {
        Map<String, String> more = new LinkedHashMap<>(errors);
        more.put(field, key);
        return new DrawForm(typed, more);
    }

    /** Designs that the survey allows: the declared one, and sizes for a list that is used elsewhere. */
    static List<String> designs(SamplingPlan plan) {
        return Stream.of(design(plan), "pps").toList();
    }
}
