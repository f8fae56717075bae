package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import tw.minsheng.document.Block;
import tw.minsheng.document.BlockVisitor;
import tw.minsheng.document.BulletList;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Contents;
import tw.minsheng.document.Figure;
import tw.minsheng.document.Heading;
import tw.minsheng.document.KeyFigures;
import tw.minsheng.document.Notice;
import tw.minsheng.document.PageBreak;
import tw.minsheng.document.Paragraph;
import tw.minsheng.document.Run;
import tw.minsheng.document.Table;
import tw.minsheng.report.wording.Speech;

/**
 * Counts tables and figures through the whole report and puts the numbers where texts mention them. The keys stay as they
 * are: actions and tests point to keys, people read numbers.
 */
public final class Numbering {

    private final Map<String, String> numbers = new HashMap<>();

    private Numbering(Speech speech, List<Block> blocks) {
        int tables = 0;
        int figures = 0;
        for (Block block : blocks) {
            if (block instanceof Table table) {
                numbers.put(table.key(), speech.say("table.number", "number", ++tables));
            } else if (block instanceof Figure figure) {
                numbers.put(figure.key(), speech.say("figure.number", "number", ++figures));
            } else if (block instanceof Heading heading) {
                numbers.put(heading.key(), heading.number().isEmpty() ? heading.text() : heading.number());
            }
        }
    }

    /** @param speech with {@code table.number} and {@code figure.number} */
    public static List<Block> apply(Speech speech, List<Block> blocks) {
        Numbering numbering = new Numbering(speech, blocks);
        Numbered numbered = numbering.new Numbered();
        blocks.forEach(block -> block.accept(numbered));
        return numbered.done();
    }

    private String number(String key) {
        return numbers.getOrDefault(key, key);
    }

    private String filled(String text) {
        Matcher mention = Pen.MENTION.matcher(text);
        return mention.replaceAll(found -> Matcher.quoteReplacement(number(found.group(1))));
    }

    private Run filled(Run run) {
        if (run.style() == Run.Style.REFERENCE) {
            boolean known = numbers.containsKey(run.target());
            return known ? Run.reference(run.target(), number(run.target())) : Run.plain(run.target());
        }
        return run;
    }

    private Paragraph filled(Paragraph paragraph) {
        return new Paragraph(paragraph.runs().stream().map(this::filled).toList());
    }

    private Table filled(Table table, String number) {
        List<Table.Row> rows = table.rows().stream()
                .map(row -> new Table.Row(
                        row.kind(), row.cells().stream().map(this::filled).toList()))
                .toList();
        return new Table(table.key(), number, table.caption(), table.columns(), rows, filled(table.note()));
    }

    private Cell filled(Cell cell) {
        return cell.number().isPresent() ? cell : Cell.text(filled(cell.text()));
    }

    /** Rebuilds each block with its numbers. */
    private final class Numbered implements BlockVisitor {
        private final List<Block> blocks = new ArrayList<>();

        List<Block> done() {
            return List.copyOf(blocks);
        }

        @Override
        public void heading(Heading heading) {
            blocks.add(heading);
        }

        @Override
        public void paragraph(Paragraph paragraph) {
            blocks.add(filled(paragraph));
        }

        @Override
        public void bulletList(BulletList list) {
            blocks.add(new BulletList(
                    list.numbered(),
                    list.items().stream().map(Numbering.this::filled).toList()));
        }

        @Override
        public void table(Table table) {
            blocks.add(filled(table, number(table.key())));
        }

        @Override
        public void figure(Figure figure) {
            blocks.add(new Figure(
                    figure.key(),
                    number(figure.key()),
                    figure.caption(),
                    figure.wide(),
                    figure.paper(),
                    figure.narrow(),
                    filled(figure.note()),
                    figure.data().stream().map(table -> filled(table, "")).toList(),
                    figure.dataAddress()));
        }

        @Override
        public void notice(Notice notice) {
            blocks.add(new Notice(
                    notice.tone(),
                    notice.title(),
                    notice.paragraphs().stream().map(Numbering.this::filled).toList()));
        }

        @Override
        public void keyFigures(KeyFigures figures) {
            blocks.add(figures);
        }

        @Override
        public void contents(Contents contents) {
            blocks.add(contents);
        }

        @Override
        public void pageBreak(PageBreak pageBreak) {
            blocks.add(pageBreak);
        }
    }
}
