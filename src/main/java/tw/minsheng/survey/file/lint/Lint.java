package tw.minsheng.survey.file.lint;

/** A few rules that belong together. */
interface Lint {

    void check(Outline survey, Findings findings);
}
