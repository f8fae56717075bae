package tw.minsheng.collect;

/** How far a respondent has come. */
public sealed interface Attempt {

    /** Nothing was saved under this key. */
    record Fresh() implements Attempt {}

    /** Some parts are saved. */
    record Open(Draft draft) implements Attempt {}

    /** The answer is finished. */
    record Done(Finished finished) implements Attempt {}
}
