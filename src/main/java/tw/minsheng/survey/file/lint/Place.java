package tw.minsheng.survey.file.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.format.Mark;
import tw.minsheng.format.Node;

/**
 * A place in a definition, found by walking keys and indexes from its root.
 *
 * @param path the way as people read it: list elements by their id where they have one
 * @param node what is there
 */
record Place(String path, Node node) {

    static Place root(Node root) {
        return new Place("", root);
    }

    Place into(String key) {
        return new Place(path.isEmpty() ? key : path + "." + key, node.get(key));
    }

    Place into(int index) {
        List<Node> elements = node.elements();
        if (index >= elements.size()) {
            return new Place(path + "[" + (index + 1) + "]", new Node.Nothing(node.mark()));
        }
        Node element = elements.get(index);
        return new Place(path + "[" + name(element).orElse(Integer.toString(index + 1)) + "]", element);
    }

    private static Optional<String> name(Node element) {
        return List.of("id", "code", "value", "variable").stream()
                .map(key -> element.get(key).text())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    Mark mark() {
        return node.mark();
    }

    /** Where the key of a child stands; where this place is when there is no such key. */
    Mark markOf(String key) {
        return node.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Node.Entry::mark)
                .findFirst()
                .orElse(node.mark());
    }

    Phrase phrase() {
        return path.isEmpty() ? Phrase.key("place.root") : Phrase.of(path);
    }

    /** Every mapping whose keys are languages: the places of texts. */
    static List<Place> texts(Node root) {
        List<Place> found = new ArrayList<>();
        collect(root(root), found);
        return found;
    }

    private static void collect(Place place, List<Place> found) {
        for (Node.Entry entry : place.node().entries()) {
            Place child = place.into(entry.key());
            if (TextLint.isText(child)) {
                found.add(child);
            } else {
                collect(child, found);
            }
        }
        for (int i = 0; i < place.node().elements().size(); i++) {
            collect(place.into(i), found);
        }
    }
}
