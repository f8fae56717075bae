package tw.minsheng.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules over one tree of rooms. Each answers with the sentences that say what breaks it, none when it holds.
 *
 * @param base package under which the rooms lie
 */
record House(JavaClasses classes, String base) {

    static final String OUTSIDE = "";

    /** Which rooms a room may see. Main, in the base package, may see all; nobody may see Main. */
    static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("format", Set.of("kernel")),
            Map.entry("typeface", Set.of("kernel")),
            Map.entry("calendar", Set.of("kernel", "format")),
            Map.entry("notify", Set.of("kernel", "format")),
            Map.entry("petition", Set.of("kernel", "format", "calendar", "notify")),
            Map.entry("survey", Set.of("kernel", "format")),
            Map.entry("collect", Set.of("kernel", "format", "survey")),
            Map.entry("invite", Set.of("kernel", "format", "survey", "collect", "petition", "statistics")),
            Map.entry("panel", Set.of("kernel", "survey", "petition", "statistics")),
            Map.entry("statistics", Set.of()),
            Map.entry("demo", Set.of("kernel", "survey", "collect", "statistics")),
            Map.entry("dataset", Set.of("kernel", "format", "survey", "collect", "petition", "statistics")),
            Map.entry("chart", Set.of("kernel", "typeface")),
            Map.entry("document", Set.of("kernel", "format", "typeface")),
            Map.entry(
                    "report",
                    Set.of(
                            "kernel",
                            "format",
                            "survey",
                            "collect",
                            "petition",
                            "dataset",
                            "statistics",
                            "panel",
                            "chart",
                            "document",
                            "typeface")),
            Map.entry("security", Set.of("kernel")),
            Map.entry(
                    "store",
                    Set.of(
                            "kernel",
                            "format",
                            "survey",
                            "collect",
                            "petition",
                            "invite",
                            "panel",
                            "notify",
                            "security")),
            Map.entry(
                    "web",
                    Set.of(
                            "kernel",
                            "format",
                            "survey",
                            "collect",
                            "petition",
                            "invite",
                            "panel",
                            "report",
                            "notify",
                            "security")),
            Map.entry(
                    "cli",
                    Set.of(
                            "kernel",
                            "format",
                            "typeface",
                            "calendar",
                            "petition",
                            "survey",
                            "collect",
                            "statistics",
                            "dataset",
                            "chart",
                            "document",
                            "report",
                            "notify",
                            "security",
                            "web")));

    /** Which rooms (or single classes) may use a library, by the start of its packages. */
    static final Map<String, Set<String>> LIBRARY = Map.ofEntries(
            Map.entry("de.siegmar.fastcsv", Set.of("format")),
            Map.entry("com.fasterxml.jackson", Set.of("format", "survey.file")),
            Map.entry("org.snakeyaml", Set.of("format")),
            Map.entry("com.networknt", Set.of("survey.file")),
            Map.entry("org.apache.fontbox", Set.of("typeface", "document")),
            Map.entry("org.apache.pdfbox", Set.of("typeface", "document")),
            Map.entry("com.openhtmltopdf", Set.of("document")),
            Map.entry("org.apache.commons.math3", Set.of("statistics")),
            Map.entry("org.jfree", Set.of("chart")),
            Map.entry("tech.tablesaw", Set.of("report.Tables")),
            Map.entry("com.ibm.icu", Set.of()),
            Map.entry("org.bouncycastle", Set.of("security")),
            Map.entry("io.vertx.sqlclient", Set.of("store")),
            Map.entry("io.vertx.pgclient", Set.of("store")),
            Map.entry("org.postgresql", Set.of("store")),
            Map.entry("java.sql", Set.of("store")),
            Map.entry("org.tukaani", Set.of("store")),
            Map.entry("org.apache.commons.compress", Set.of("store")),
            Map.entry("io.vertx.ext.web", Set.of("web")),
            Map.entry("io.vertx.ext.mail", Set.of("notify")),
            Map.entry("gg.jte", Set.of("web")),
            Map.entry("com.google.zxing", Set.of("web")),
            Map.entry("io.github.bucket4j", Set.of("web")),
            Map.entry("picocli", Set.of("cli", OUTSIDE)),
            Map.entry("org.slf4j", Set.of("store", "web", "security", "cli", OUTSIDE)),
            Map.entry("ch.qos.logback", Set.of()));

    private static final Set<String> KNOWS_VERTX = Set.of("web", "store", "notify", "security", OUTSIDE);
    private static final Set<String> OPENS_NO_FILES = Set.of("survey", "dataset", "calendar", "chart", "statistics");
    private static final List<String> FILES_AND_NETWORK = List.of("java.nio.file.", "java.net.", "java.nio.channels.");
    private static final Set<String> FILE_CLASSES = Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile");
    private static final List<String> IMPURE = List.of(
            "java.io.",
            "java.time.",
            "java.util.logging.",
            "java.util.Random",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.",
            "java.util.UUID");

    /** Rule 1: who may see whom, and no room without content or without a row in the table. */
    List<String> dataFlowsOneWay() {
        List<String> broken = new ArrayList<>();
        Set<String> found = new TreeSet<>();
        classes.forEach(each -> found.add(room(each)));
        MAY_SEE.keySet().stream()
                .filter(room -> !found.contains(room))
                .forEach(room -> broken.add("room " + room + " is empty"));
        found.stream()
                .filter(room -> !room.equals(OUTSIDE) && !MAY_SEE.containsKey(room))
                .forEach(room -> broken.add("room " + room + " has no row in the table"));
        dependencies().forEach(dependency -> {
            String from = room(dependency.getOriginClass());
            String to = room(dependency.getTargetClass());
            if (!from.equals(OUTSIDE)
                    && !from.equals(to)
                    && !MAY_SEE.getOrDefault(from, Set.of()).contains(to)) {
                broken.add(from + " may not see " + (to.isEmpty() ? "Main" : to) + ": " + dependency.getDescription());
            }
            if (from.equals("survey")
                    && to.equals("format")
                    && !place(dependency.getOriginClass()).startsWith("survey.file")) {
                broken.add("only survey.file may see format: " + dependency.getDescription());
            }
        });
        return broken;
    }

    /** Rule 2: one room per library. */
    List<String> oneRoomPerLibrary() {
        return outward((origin, target) -> LIBRARY.entrySet().stream()
                .filter(library -> target.startsWith(library.getKey() + "."))
                .anyMatch(library -> library.getValue().stream().noneMatch(allowed -> isIn(origin, allowed))));
    }

    /** Rule 3: statistics is pure; some rooms open no files and no network. */
    List<String> pureRoomsStayPure() {
        List<String> broken = new ArrayList<>(outward((origin, target) -> {
            String room = room(origin);
            boolean pure = room.equals("statistics") && IMPURE.stream().anyMatch(target::startsWith);
            boolean opens = OPENS_NO_FILES.contains(room)
                    && !place(origin).startsWith("survey.file")
                    && (FILE_CLASSES.contains(target)
                            || FILES_AND_NETWORK.stream().anyMatch(target::startsWith));
            return pure || opens;
        }));
        broken.addAll(calls(call -> room(call.getOriginOwner()).equals("statistics")
                && call.getTargetOwner().getFullName().equals("java.util.Locale")
                && call.getTarget().getName().equals("getDefault")));
        return broken;
    }

    /** Rule 4: Vert.x is only Future outside the rooms that speak to the network. */
    List<String> vertxIsOnlyFuture() {
        return outward((origin, target) -> target.startsWith("io.vertx.")
                && !target.equals("io.vertx.core.Future")
                && !KNOWS_VERTX.contains(room(origin)));
    }

    /** Rule 5: no clock behind our back. */
    List<String> noClockBehindOurBack() {
        return calls(call -> {
            String owner = call.getTargetOwner().getFullName();
            String name = call.getTarget().getName();
            boolean main = room(call.getOriginOwner()).equals(OUTSIDE);
            boolean now = owner.startsWith("java.time.")
                    && name.equals("now")
                    && call.getTarget().getFullName().endsWith("now()");
            boolean systemClock = owner.equals("java.time.Clock") && name.startsWith("system") && !main;
            boolean date = owner.equals("java.util.Date")
                    && call.getTarget().getFullName().endsWith("<init>()");
            boolean millis = owner.equals("java.lang.System") && name.equals("currentTimeMillis");
            return now || systemClock || date || millis;
        });
    }

    /** Rule 6: nothing waits outside Main and cli. */
    List<String> nothingWaits(Set<String> mayWait) {
        return calls(call -> {
            String owner = call.getTargetOwner().getFullName();
            String name = call.getTarget().getName();
            String place = place(call.getOriginOwner());
            boolean waits = (owner.equals("io.vertx.core.Future") && name.equals("await"))
                    || (owner.startsWith("java.util.concurrent.")
                            && Set.of("get", "join", "await").contains(name)
                            && (owner.endsWith("Future") || owner.endsWith("Latch") || owner.endsWith("Barrier")))
                    || (owner.equals("java.lang.Thread") && (name.equals("sleep") || name.equals("join")));
            String room = room(call.getOriginOwner());
            return waits
                    && !room.equals(OUTSIDE)
                    && !room.equals("cli")
                    && mayWait.stream().noneMatch(place::startsWith);
        });
    }

    /** Rule 7: fields are final, but for the options that picocli sets and the classes listed with their reason. */
    List<String> fieldsAreFinal(Map<String, String> exceptions) {
        return fields().filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(field -> field.getAnnotations().stream()
                        .noneMatch(each -> each.getRawType().getPackageName().equals("picocli")))
                .filter(field -> !exceptions.containsKey(place(field.getOwner())))
                .map(field -> place(field.getOwner()) + "#" + field.getName() + " is not final")
                .sorted()
                .toList();
    }

    /** Exceptions to rule 7 that nothing needs any more. */
    List<String> idleExceptions(Map<String, String> exceptions) {
        return exceptions.keySet().stream()
                .filter(name -> fields().filter(field -> place(field.getOwner()).equals(name))
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL)))
                .sorted()
                .toList();
    }

    /** Rule 8: rooms form no ring. */
    List<String> roomsFormNoRing() {
        Map<String, Set<String>> edges = new TreeMap<>();
        dependencies().forEach(each -> {
            String from = room(each.getOriginClass());
            String to = room(each.getTargetClass());
            if (!from.equals(to) && !from.equals(OUTSIDE)) {
                edges.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
            }
        });
        return edges.keySet().stream()
                .filter(room -> reaches(edges, room))
                .map(room -> room + " is part of a ring")
                .toList();
    }

    /** Rule 9: the same bytes on every machine. */
    List<String> sameBytesEverywhere() {
        Set<String> loose = Set.of(
                "exp", "log", "log10", "pow", "sin", "cos", "tan", "expm1", "log1p", "cbrt", "atan", "sinh", "cosh",
                "tanh");
        return calls(call -> Set.of("statistics", "report").contains(room(call.getOriginOwner()))
                && call.getTargetOwner().getFullName().equals("java.lang.Math")
                && loose.contains(call.getTarget().getName()));
    }

    /** Rule 10: packages are marked free of null. */
    List<String> packagesAreNullMarked() {
        Set<String> marked = new HashSet<>();
        Set<String> all = new TreeSet<>();
        classes.forEach(each -> {
            all.add(each.getPackageName());
            if (each.getSimpleName().equals("package-info")
                    && each.isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                marked.add(each.getPackageName());
            }
        });
        return all.stream()
                .filter(each -> !each.equals("tw.minsheng.web.page"))
                .filter(each -> !each.startsWith("tw.minsheng.web.page."))
                .filter(each -> !marked.contains(each))
                .map(each -> each + " is not @NullMarked")
                .toList();
    }

    /** The first-level package under the base, "" for the base itself. */
    private String room(JavaClass javaClass) {
        String place = place(javaClass);
        int dot = place.indexOf('.');
        return dot < 0 ? OUTSIDE : place.substring(0, dot);
    }

    /** The class below the base, without its nesting: {@code survey.file.Linter}. */
    private String place(JavaClass javaClass) {
        String name = javaClass.getBaseComponentType().getFullName();
        if (!name.startsWith(base + ".")) {
            return OUTSIDE;
        }
        String below = name.substring(base.length() + 1);
        int nested = below.indexOf('$');
        return nested < 0 ? below : below.substring(0, nested);
    }

    private boolean isIn(JavaClass javaClass, String allowed) {
        String place = place(javaClass);
        return allowed.equals(OUTSIDE)
                ? room(javaClass).equals(OUTSIDE)
                : place.equals(allowed) || place.startsWith(allowed + ".");
    }

    private Stream<Dependency> dependencies() {
        return classes.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(each -> each.getTargetClass().getPackageName().startsWith(base));
    }

    private List<String> outward(BiPredicate<JavaClass, String> breaks) {
        return classes.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(each -> breaks.test(
                        each.getOriginClass(),
                        each.getTargetClass().getBaseComponentType().getFullName()))
                .map(Dependency::getDescription)
                .sorted()
                .toList();
    }

    private List<String> calls(Predicate<JavaAccess<?>> breaks) {
        return classes.stream()
                .flatMap(each -> each.getAccessesFromSelf().stream())
                .filter(breaks)
                .map(JavaAccess::getDescription)
                .sorted()
                .toList();
    }

    private Stream<JavaField> fields() {
        return classes.stream().flatMap(each -> each.getFields().stream());
    }

    private static boolean reaches(Map<String, Set<String>> edges, String start) {
        Deque<String> open = new ArrayDeque<>(edges.getOrDefault(start, Set.of()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(start)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
