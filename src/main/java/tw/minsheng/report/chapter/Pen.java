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
public final class Pen {

    static final Pattern MENTION = Pattern.compile("\\[\\[([A-Za-z][A-Za-z0-9._-]*)]]");

    private final Speech speech;
    private final List<Block> blocks = new ArrayList<>();

    public Pen(Speech speech) {
        this.speech = speech;
    }

    public Speech speech() {
        return speech;
    }

    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** Opens a chapter. */
    public void chapter(String key) {
        blocks.add(new Heading(1, key, speech.say(key + ".number"), speech.say(key + ".title")));
    }

    /** Opens a chapter or section whose number is not fixed: absent parts leave no gap. */
    public void open(int level, String key, String number, String title) {
        blocks.add(new Heading(level, key, number, title));
    }

    /** Opens a section such as {@code 2.3}. */
    public void section(String number) {
        section(number, "s" + number);
    }

    /** Opens a section whose title depends on the sample. */
    public void section(String number, String titleKey) {
        blocks.add(new Heading(2, "s" + number, number, speech.say(titleKey)));
    }

    /** Opens an appendix. */
    public void appendix(String key) {
        blocks.add(new Heading(2, key, speech.say(key + ".number"), speech.say(key + ".title")));
    }

    public void heading(int level, String key, String text) {
        blocks.add(new Heading(level, key, "", text));
    }

    public void say(String key, Object... namesAndValues) {
        text(speech.say(key, namesAndValues));
    }

    /** Adds a paragraph; nothing when there are no words. */
    public void text(String text) {
        if (!text.isBlank()) {
            blocks.add(paragraph(text));
        }
    }

    public void bullets(List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new BulletList(false, items.stream().map(Pen::paragraph).toList()));
        }
    }

    public void add(Block block) {
        blocks.add(block);
    }

    public void addAll(List<? extends Block> more) {
        blocks.addAll(more);
    }

    /** A paragraph whose mentions are references. */
    public static Paragraph paragraph(String text) {
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
