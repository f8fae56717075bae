package tw.minsheng.security;

/**
 * A line of the audit trail as it is stored.
 *
 * @param id ascending in the order of writing, with gaps where an act failed
 * @param seal hash of this line and of all before it, "" until the job has sealed it
 */
public record AuditRow(long id, AuditEntry entry, String seal) {}
