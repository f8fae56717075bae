package tw.minsheng.survey.file.definition;

import java.util.List;
import java.util.Optional;

/** What lies beside a definition file. */
public interface Neighbours {

    /** A file by its name relative to the definition; empty when it is not there or lies outside the folder. */
    Optional<byte[]> file(String relative);

    /** The versions that were published, oldest first. */
    List<Published> published();

    /** A definition that stands alone. */
    Neighbours NONE = new Neighbours() {
        @Override
        public Optional<byte[]> file(String relative) {
            return Optional.empty();
        }

        @Override
        public List<Published> published() {
            return List.of();
        }
    };
}
