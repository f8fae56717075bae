package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.minsheng.document.Block;
import tw.minsheng.document.BulletList;
import tw.minsheng.document.Heading;
import tw.minsheng.document.Paragraph;
import tw.minsheng.document.Run;
import tw.minsheng.report.wording.Speech;

/** Writes blocks one after the other. A text may name a table or figure as {@code [[T2.5]]}; its number is put in later. */
final class Pen {

    static final Pattern MENTION = Pattern.compile("\\[\\[([A-Za-z][A-Za-z0-9._-]*)]]");

    private final Speech speech;
    private final List<Block> blocks = new ArrayList<>();

    Pen(Speech speech) {
        this.speech = speech;
    }

    Speech speech() {
        return speech;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** Opens a chapter. */
    void chapter(String key) {
        blocks.add(new Heading(1, key, speech.say(key + ".number"), speech.say(key + ".title")));
    }

    /** Opens a section such as {@code 2.3}. */
    void section(String number) {
        section(number, "s" + number);
    }

    /** Opens a section whose title depends on the sample. */
    void section(String number, String titleKey) {
        blocks.add(new Heading(2, "s" + number, number, speech.say(titleKey)));
    }

    /** Opens an appendix. */
    void appendix(String key) {
        blocks.add(new Heading(2, key, speech.say(key + ".number"), speech.say(key + ".title")));
    }

    void heading(int level, String key, String text) {
        blocks.add(new Heading(level, key, "", text));
    }

    void say(String key, Object... namesAndValues) {
        text(speech.say(key, namesAndValues));
    }

    /** Adds a paragraph; nothing when there are no words. */
    void text(String text) {
        if (!text.isBlank()) {
            blocks.add(paragraph(text));
        }
    }

    void bullets(List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new BulletList(false, items.stream().map(Pen::paragraph).toList()));
        }
    }

    void add(Block block) {
        blocks.add(block);
    }

    void addAll(List<? extends Block> more) {
        blocks.addAll(more);
    }

    /** A paragraph whose mentions are references. */
    static Paragraph paragraph(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher mention = MENTION.matcher(text);
        int from = 0;
        while (mention.find()) {
            if (mention.start() > from) {
                runs.add(Run.plain(text.substring(from, mention.start())));
            }
            runs.add(Run.reference(mention.group(1), ""));
            from = mention.end();
        }
        if (from < text.length()) {
            runs.add(Run.plain(text.substring(from)));
        }
        return new Paragraph(runs);
    }
}
