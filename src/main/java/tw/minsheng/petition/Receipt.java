package tw.minsheng.petition;

import tw.minsheng.petition.deadline.Deadline;

/**
 * What a petitioner is told when her petition has been taken (收件確認).
 *
 * @param code the secret with which she asks for its progress
 * @param type id of its {@link CaseType}
 * @param deadline by when she gets an answer, and why
 * @param danger whether it tells of violence at home or sexual assault, so that 113 and 110 have to be told
 * @param again true when the same had been sent before
 */
public record Receipt(
        CaseNumber number, QueryCode code, String type, Deadline deadline, boolean danger, boolean again) {}
