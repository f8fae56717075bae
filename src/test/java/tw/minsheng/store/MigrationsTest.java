package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.kernel.Problem;

class MigrationsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Migration FIRST =
            new Migration("001_first", "create table first (n int); insert into first values (1)");
    private static final Migration SECOND = new Migration("002_second", """
            create function two() returns int language plpgsql as $$ begin return 2; end; $$;
            insert into first select two();""");

    @BeforeEach
    void emptyDatabase() {
        DATABASE.run("drop schema public cascade; create schema public");
    }

    @Test
    void changedMigrationIsRefused() {
        run(FIRST);
        Migration changed = new Migration("001_first", FIRST.sql() + " ");
        assertRefused("database.migration_changed", "001_first", changed, SECOND);
        assertRefused("database.migration_changed", "001_first", new Migration("001_other", FIRST.sql()));
    }

    @Test
    void databaseOfANewerProgramIsRefused() {
        run(FIRST, SECOND);
        assertRefused("database.migration_unknown", "002_second", FIRST);
    }

    @Test
    void failingMigrationLeavesNothingBehindAndThoseBeforeStay() {
        Migration broken = new Migration("002_broken", "create table half (n int); select no_such_function()");
        assertRefused("database.migration_failed", "002_broken", FIRST, broken);
        assertEquals("1", DATABASE.text("select count(*) from first"));
        assertEquals("null", DATABASE.text("select to_regclass('half')"));
        assertEquals(List.of("002_second"), run(FIRST, SECOND));
    }

    @Test
    void eachRunsOnceInItsOrder() {
        assertEquals(List.of("001_first"), run(FIRST));
        assertEquals(List.of("002_second"), run(FIRST, SECOND));
        assertEquals(List.of(), run(FIRST, SECOND));
        assertEquals("1,2", DATABASE.text("select string_agg(n::text, ',' order by n) from first"));
    }

    @Test
    void programsThatStartTogetherRunEachOnce() {
        List<CompletableFuture<List<String>>> starts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> run(FIRST, SECOND)))
                .limit(4)
                .toList();
        assertEquals(2, starts.stream().mapToInt(start -> start.join().size()).sum());
        assertEquals("2", DATABASE.text("select count(*) from first"));
    }

    @Test
    void everyShippedFileIsListedInOrder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/tw/minsheng/store/migrations"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
            assertEquals(
                    names,
                    Migrations.shipped().known().stream().map(Migration::name).toList());
        }
    }

    private static List<String> run(Migration... known) {
        return new Migrations(List.of(known)).run(DATABASE.address());
    }

    private static void assertRefused(String code, String migration, Migration... known) {
        Problem refused = assertThrows(Problem.class, () -> run(known));
        assertEquals(code, refused.code());
        assertEquals(migration, refused.args().get("migration"));
        assertTrue(StoreWords.tells(refused), code);
    }
}
