package tw.minsheng.house.broken.attic;

/** Lies in a package without a package-info. */
public record Unmarked() {}
