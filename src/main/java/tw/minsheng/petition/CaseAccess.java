package tw.minsheng.petition;

/** What opens the progress of one case: whoever has both is its petitioner, or has her receipt. */
public record CaseAccess(CaseNumber number, QueryCode code) {}
