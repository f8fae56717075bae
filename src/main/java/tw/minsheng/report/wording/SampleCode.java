package tw.minsheng.report.wording;

/** Which sentence about the sample holds; chosen by design, source and weights, never by hand. */
public enum SampleCode {
    /** simple random or systematic, unweighted */
    W1,
    /** stratified, cluster, on-site, or any weighted probability sample */
    W2,
    /** added to W1 and W2: the sample is 5% of the population or more */
    W3,
    /** everybody was asked */
    W4,
    /** people chose to answer */
    W5,
    /** quota sample */
    W6,
    /** a drawn part and an open part, two results */
    W7;

    /** Whether a sampling error exists. */
    public boolean isProbability() {
        return this == W1 || this == W2 || this == W3;
    }

    /** Whether shares and means must stand without interval and margin. */
    public boolean isNonprobability() {
        return this == W5 || this == W6;
    }
}
