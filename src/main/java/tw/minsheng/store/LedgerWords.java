package tw.minsheng.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.petition.imports.CaseLedger;

/** Words and their numbers during one reading: those of {@code case_word}, and what has come since. */
final class LedgerWords implements CaseLedger.Words {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    private LedgerWords() {}

    static LedgerWords of(Connection connection) throws SQLException {
        LedgerWords known = new LedgerWords();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, word from case_word order by id")) {
            while (row.next()) {
                while (known.words.size() < row.getInt(1)) {
                    known.words.add(""); // a number that was given and taken back
                }
                known.numbers.put(row.getString(2), known.words.size());
                known.words.add(row.getString(2));
            }
        }
        return known;
    }

    @Override
    public String word(int number) {
        return words.get(number);
    }

    int number(String word) {
        return numbers.computeIfAbsent(word, added -> {
            words.add(added);
            return words.size() - 1;
        });
    }
}
