package tw.minsheng.dataset.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a sample by class: rows of one class share their categories and their design weight. A row costs four bytes;
 * only where every row has a weight of its own are there as many classes as rows.
 */
public final class SampleCells {

    private static final int FIRST_ROOM = 1024;

    private final List<Cell> classes = new ArrayList<>();
    private final Map<Cell, Integer> places = new LinkedHashMap<>();
    private int[] classOf = new int[FIRST_ROOM];
    private int rows;

    /**
     * A class.
     *
     * @param levels by margin, the number of the category; the number behind the last category where it is not told
     * @param weight design weight of each row
     */
    public record Cell(List<Integer> levels, double weight) {
        public Cell {
            levels = List.copyOf(levels);
        }
    }

    void add(Cell cell) {
        if (rows == classOf.length) {
            classOf = Arrays.copyOf(classOf, rows + rows / 2);
        }
        int next = classes.size();
        int place = places.computeIfAbsent(cell, absent -> next);
        if (place == next) {
            classes.add(cell);
        }
        classOf[rows] = place;
        rows++;
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Number of classes. */
    public int size() {
        return classes.size();
    }

    public Cell cell(int place) {
        return classes.get(place);
    }

    /** The class of a row, both counted from 0. */
    public int classOf(int row) {
        if (row >= rows) {
            throw new IllegalArgumentException("no row " + row);
        }
        return classOf[row];
    }
}
