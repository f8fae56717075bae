package tw.minsheng.report.petition;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.document.Block;
import tw.minsheng.document.Figure;
import tw.minsheng.document.Table;
import tw.minsheng.report.chapter.Pen;
import tw.minsheng.report.wording.Speech;

/** Writes chapters that are numbered through: what the file does not hold leaves no gap. */
final class Chapters {

    private final Pen pen;
    private final Speech speech;
    private final List<Integer> sections = new ArrayList<>();

    Chapters(Speech speech) {
        this.speech = speech;
        this.pen = new Pen(speech);
    }

    Pen pen() {
        return pen;
    }

    List<Block> blocks() {
        return pen.blocks();
    }

    /** A part before the chapters, without a number. */
    void front(String key) {
        pen.open(1, key, "", speech.say(key + ".title"));
    }

    void chapter(String key) {
        sections.add(0);
        pen.open(1, key, speech.say("chapter." + sections.size()), speech.say(key + ".title"));
    }

    void section(String key) {
        int chapter = sections.size();
        int section = sections.remove(chapter - 1) + 1;
        sections.add(section);
        pen.open(2, key, chapter + "." + section, speech.say(key + ".title"));
    }

    void say(String key, Object... namesAndValues) {
        pen.say(key, namesAndValues);
    }

    void add(Table table) {
        pen.add(table);
    }

    void add(Figure figure) {
        pen.add(figure);
    }
}
