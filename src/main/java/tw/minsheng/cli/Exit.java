package tw.minsheng.cli;

/** The exit codes of all commands. */
public final class Exit {

    public static final int DONE = 0;
    /** the input has faults */
    public static final int FAULTS = 1;

    public static final int USAGE = 2;
    /** the environment failed: port taken, database unreachable, disk full */
    public static final int ENVIRONMENT = 3;

    private Exit() {}
}
