package tw.minsheng.security;

/** The doors of this room, handed over together. */
public record SecurityDoors(
        Agencies agencies,
        Accounts accounts,
        SetupLinks links,
        Sessions sessions,
        SignInAttempts attempts,
        Audit audit) {}
