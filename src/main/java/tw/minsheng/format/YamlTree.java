package tw.minsheng.format;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** Builds nodes from the events of one YAML file and notes what is wrong on the way. For one file only. */
final class YamlTree {

    /** Deeper than any file people write; keeps later walks off the end of the stack. */
    private static final int MAX_DEPTH = 64;

    private static final ScalarResolver TYPES = new JsonScalarResolver();

    private final List<Yaml.YamlFault> faults = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Node> roots = new ArrayList<>();

    /** What the parser lets pass and we do not; ends the reading. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Mark mark;
        private final transient YamlReason reason;

        private Unreadable(Mark mark, YamlReason reason) {
            super(reason.key());
            this.mark = mark;
            this.reason = reason;
        }

        Mark mark() {
            return mark;
        }

        YamlReason reason() {
            return reason;
        }
    }

    /** A mapping or sequence that has not ended. */
    private sealed interface Open {
        void add(Node node);

        Node close();
    }

    private record OpenSequence(Mark mark, List<Node> elements) implements Open {
        @Override
        public void add(Node node) {
            elements.add(node);
        }

        @Override
        public Node close() {
            return new Node.Sequence(mark, elements);
        }
    }

    /** Holds keys and values in turn until it ends. */
    private final class OpenMapping implements Open {
        private final Mark mark;
        private final List<Node> parts = new ArrayList<>();

        private OpenMapping(Mark mark) {
            this.mark = mark;
        }

        @Override
        public void add(Node node) {
            parts.add(node);
        }

        @Override
        public Node close() {
            List<Node.Entry> entries = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (int i = 0; i + 1 < parts.size(); i += 2) {
                Node key = parts.get(i);
                if (key instanceof Node.Mapping || key instanceof Node.Sequence) {
                    fault(Yaml.Trouble.UNREADABLE, key.mark(), YamlReason.KEY);
                } else if (seen.add(key.text())) {
                    entries.add(new Node.Entry(key.text(), key.mark(), parts.get(i + 1)));
                } else {
                    faults.add(Yaml.YamlFault.repeated(key.mark(), key.text()));
                }
            }
            return new Node.Mapping(mark, entries);
        }
    }

    void take(Event event) {
        if (event instanceof DocumentStartEvent) {
            if (!roots.isEmpty()) {
                throw new Unreadable(mark(event), YamlReason.DOCUMENTS);
            }
        } else if (event instanceof AliasEvent alias) {
            forbidden(alias);
            add(new Node.Nothing(mark(alias)));
        } else if (event instanceof ScalarEvent scalar) {
            check(scalar, scalar.getTag());
            add(scalar(scalar));
        } else if (event instanceof CollectionStartEvent start) {
            check(start, start.getTag());
            open(start);
        } else if (event instanceof CollectionEndEvent) {
            add(open.pop().close());
        }
    }

    void fault(Yaml.Trouble trouble, Mark mark, YamlReason reason) {
        faults.add(Yaml.YamlFault.of(trouble, mark, reason));
    }

    Yaml.Document document() {
        List<Yaml.YamlFault> ordered = faults.stream()
                .sorted((a, b) -> Integer.compare(a.mark().line(), b.mark().line()))
                .toList();
        return new Yaml.Document(roots.isEmpty() ? new Node.Nothing(Mark.START) : roots.get(0), ordered);
    }

    static Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
        return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Mark mark(Event event) {
        return event.getStartMark().map(YamlTree::mark).orElse(Mark.START);
    }

    private void check(NodeEvent event, Optional<String> tag) {
        if (event.getAnchor().isPresent() || tag.isPresent()) {
            forbidden(event);
        }
    }

    private void forbidden(NodeEvent event) {
        fault(Yaml.Trouble.FORBIDDEN, mark(event), YamlReason.REFERENCE);
    }

    private void open(CollectionStartEvent start) {
        if (open.size() >= MAX_DEPTH) {
            throw new Unreadable(mark(start), YamlReason.DEPTH);
        }
        boolean sequence = start.getEventId() == Event.ID.SequenceStart;
        open.push(sequence ? new OpenSequence(mark(start), new ArrayList<>()) : new OpenMapping(mark(start)));
    }

    private void add(Node node) {
        Open parent = open.peek();
        if (parent == null) {
            roots.add(node);
        } else {
            parent.add(node);
        }
    }

    private Node scalar(ScalarEvent event) {
        Mark mark = mark(event);
        String text = event.getValue();
        if (!event.isPlain()) {
            return new Node.Text(mark, text);
        }
        Tag tag = TYPES.resolve(text, true);
        if (tag.equals(Tag.NULL)) {
            return new Node.Nothing(mark);
        }
        if (tag.equals(Tag.BOOL)) {
            return new Node.Bool(mark, Boolean.parseBoolean(text));
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? number(mark, text) : new Node.Text(mark, text);
    }

    /** Infinity and not-a-number stay texts, so that whoever expects a number refuses them by name. */
    private static Node number(Mark mark, String text) {
        boolean finite = text.length() <= 40 && Double.isFinite(parse(text));
        return finite ? new Node.Num(mark, text, new BigDecimal(text)) : new Node.Text(mark, text);
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
