package tw.minsheng.petition.deadline;

/** How long a case may take, by its type: so many days or hours. */
public record TimeLimit(int amount, Basis basis) {

    /** More is a slip of the keyboard: 27 years of days, 14 months of hours. */
    public static final int MOST = 10_000;

    /** @throws IllegalArgumentException when the amount is not 1 to {@link #MOST} */
    public TimeLimit {
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("limit of " + amount);
        }
    }

    /** Whether it is longer than the law allows without an extension; a limit in hours counts as its days. */
    public boolean isOver(int legalCap) {
        return basis == Basis.HOUR ? amount > legalCap * 24L : amount > legalCap;
    }
}
