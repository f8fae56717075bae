package tw.minsheng.petition.imports;

/** Who takes what is read from a file of cases. */
public interface CaseTaker {

    /** A row that is a case. */
    void take(ImportedCase taken);

    /** A fault of a row that is not taken; a row with several faults comes several times. */
    void refuse(Refusal refusal);
}
