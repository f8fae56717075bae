package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a checkout of its own, with a Maven and a Java that only write down how they were called. */
@Timeout(60)
class LauncherTest {

    private static final List<String> TOOLS = List.of(
            "dirname",
            "readlink",
            "sed",
            "cat",
            "find",
            "cksum",
            "sort",
            "mkdir",
            "rm",
            "sleep",
            "tail",
            "touch",
            "mv",
            "awk");

    private record Run(int exit, String out, String err) {}

    @TempDir
    Path checkout;

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(checkout.resolve("bin"));
        Files.copy(Path.of("bin", "minsheng"), checkout.resolve("bin/minsheng"));
        executable(checkout.resolve("bin/minsheng"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.createDirectories(checkout.resolve("src/main/java"));
        Files.writeString(checkout.resolve("src/main/java/A.java"), "class A {}");
        Files.createDirectories(checkout.resolve("tools"));
        for (String tool : TOOLS) {
            String real = Files.exists(Path.of("/bin", tool)) ? "/bin/" : "/usr/bin/";
            script(tool, "exec " + real + tool + " \"$@\"");
        }
        script("java", "printf '%s\\n' \"$LC_ALL\" \"$@\"");
        Files.writeString(checkout.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        script("mvn", """
                echo "$@" >> "$CHECKOUT/mvn.calls"
                mkdir -p target/minsheng/lib
                echo jar > target/minsheng/lib/minsheng-0.1.0.jar""");
    }

    @Test
    void missingJavaIsExit3() throws Exception {
        Files.delete(checkout.resolve("tools/java"));
        Run run = run(Map.of("LANG", "en_US.UTF-8"), "x");
        assertEquals(3, run.exit);
        assertTrue(run.err.contains("JDK, version 17 or later"), run.err);
    }

    @Test
    void oldJavaIsExit3() throws Exception {
        Files.writeString(checkout.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Run run = run(Map.of(), "x");
        assertEquals(3, run.exit);
        assertTrue(run.err.contains("11") && run.err.contains("請安裝 JDK 17"), run.err);
    }

    @Test
    void missingMavenIsExit3() throws Exception {
        Files.delete(checkout.resolve("tools/mvn"));
        Run run = run(Map.of(), "x");
        assertEquals(3, run.exit);
        assertTrue(run.err.contains("Maven 3.8.7"), run.err);
    }

    @Test
    void forbiddenBuildOfAMissingProgramIsExit3() throws Exception {
        Run run = run(Map.of("MINSHENG_NO_BUILD", "1"), "x");
        assertEquals(3, run.exit);
        assertFalse(Files.exists(checkout.resolve("mvn.calls")));
    }

    @Test
    void failedBuildShowsItsLastWordsAndIsExit3() throws Exception {
        script("mvn", "echo 'ERROR cannot find symbol'; exit 1");
        Run run = run(Map.of(), "x");
        assertEquals(3, run.exit);
        assertTrue(run.err.contains("cannot find symbol") && run.err.contains("建置失敗"), run.err);
        assertEquals("", run.out);
    }

    @Test
    void buildsOnceAndAgainOnlyAfterAChange() throws Exception {
        Run first = run(Map.of(), "x");
        assertEquals(0, first.exit, first.err);
        assertTrue(first.err.contains("正在建置"), first.err);
        assertEquals("-q -B -Dmaven.test.skip=true package\n", calls());
        assertEquals("", run(Map.of(), "x").err);
        Files.writeString(checkout.resolve("src/main/java/A.java"), "class A {}");
        assertEquals("", run(Map.of(), "x").err, "written again, and the same");
        Files.writeString(checkout.resolve("src/main/java/A.java"), "class B {}");
        assertEquals("", run(Map.of("MINSHENG_NO_BUILD", "1"), "x").err);
        run(Map.of(), "x");
        assertEquals(2, calls().lines().count());
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        script("mvn", """
                echo "$@" >> "$CHECKOUT/mvn.calls"
                sleep 2
                mkdir -p target/minsheng/lib
                echo jar > target/minsheng/lib/minsheng-0.1.0.jar""");
        Process one = start(Map.of(), "x");
        Process two = start(Map.of(), "x");
        assertEquals(0, one.waitFor());
        assertEquals(0, two.waitFor());
        assertEquals(1, calls().lines().count());
    }

    @Test
    void lockOfADeadBuilderIsTakenOver() throws Exception {
        Path lock = Files.createDirectories(checkout.resolve("target/build.lock"));
        Files.writeString(lock.resolve("pid"), "999999999\n");
        assertEquals(0, run(Map.of(), "x").exit);
        assertFalse(Files.exists(lock));
    }

    @Test
    void argumentsAndLocaleReachTheProgramWhichRunsInUtf8() throws Exception {
        Run run = run(Map.of("LC_ALL", "en_US.ISO-8859-1", "MINSHENG_JAVA_OPTS", "-Xmx1g"), "serve", "a b");
        List<String> words = run.out.lines().toList();
        assertEquals("C.UTF-8", words.get(0));
        assertTrue(words.contains("-Dminsheng.locale=en_US.ISO-8859-1"), run.out);
        assertTrue(words.contains("-Dfile.encoding=UTF-8"), run.out);
        assertTrue(words.contains("-Dminsheng.terminal=false"), run.out);
        assertTrue(words.indexOf("-Xmx256m") < words.indexOf("-Xmx1g"), run.out);
        assertEquals(List.of("serve", "a b"), words.subList(words.size() - 2, words.size()));
    }

    @Test
    void noLocaleMeansTraditionalChinese() throws Exception {
        for (String none : List.of("C", "POSIX", "C.UTF-8", "")) {
            assertTrue(run(Map.of("LC_ALL", none), "x").out.contains("-Dminsheng.locale=zh_TW\n"), none);
        }
    }

    @Test
    void startsThroughALinkFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(checkout.resolve("linked"), Path.of("bin/minsheng"));
        ProcessBuilder builder =
                new ProcessBuilder(link.toString(), "x").directory(Path.of("/").toFile());
        builder.environment().put("PATH", checkout.resolve("tools").toString());
        builder.environment().put("CHECKOUT", checkout.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertTrue(out.contains(checkout.toRealPath() + "/target/minsheng/lib/minsheng-0.1.0.jar"), out);
    }

    private String calls() throws IOException {
        return Files.readString(checkout.resolve("mvn.calls"));
    }

    private Run run(Map<String, String> environment, String... words) throws Exception {
        Process process = start(environment, words);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    private Process start(Map<String, String> environment, String... words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(checkout.resolve("bin/minsheng").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(checkout.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", checkout.resolve("tools").toString());
        builder.environment().put("CHECKOUT", checkout.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void script(String name, String body) throws IOException {
        Path file = checkout.resolve("tools").resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
