package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 個資法 17: whoever adds a table says in the register what it holds of whom. */
class PersonalDataTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Path REGISTER = Path.of("docs", "personal-data.md");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    /** Partitions belong to their table. */
    private static final String TABLES = """
            select string_agg(c.relname, ' ') from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition""";

    private static Set<String> listed() throws IOException {
        Set<String> names = new TreeSet<>();
        boolean without = false;
        for (String line : Files.readAllLines(REGISTER)) {
            without = line.startsWith("No personal data:") || (without && !line.isBlank());
            Matcher name = NAME.matcher(without || line.startsWith("| `") ? line : "");
            boolean more = name.find();
            while (more) {
                names.add(name.group(1));
                more = without && name.find();
            }
        }
        return names;
    }

    @Test
    void everyTableStandsInTheRegister() throws IOException {
        Set<String> tables = new TreeSet<>(List.of(DATABASE.text(TABLES).split(" ")));
        assertEquals(tables, listed());
    }
}
