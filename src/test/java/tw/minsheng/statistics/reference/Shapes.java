package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.battery.Shape;

/** Statistics of the product in the shapes of the reference files. */
final class Shapes {

    private Shapes() {}

    static JsonNode tree(Shape shape) {
        if (shape instanceof Shape.Number number) {
            return Tree.of(number.value());
        }
        if (shape instanceof Shape.Series series) {
            return series(series.numbers());
        }
        if (shape instanceof Shape.Named named) {
            ObjectNode object = Tree.object();
            named.parts().forEach((name, part) -> object.set(name, tree(part)));
            return object;
        }
        if (shape instanceof Shape.Table table) {
            JsonNode cells =
                    Tree.array(table.cells().size(), i -> series(table.cells().get(i)));
            return Tree.matrix(table.rows(), table.columns(), "data", cells);
        }
        return shape instanceof Shape.Truth truth ? Tree.truth(truth.truth()) : Tree.of(((Shape.Text) shape).text());
    }

    private static JsonNode series(List<Value> values) {
        return Tree.array(values.size(), i -> Tree.of(values.get(i)));
    }
}
