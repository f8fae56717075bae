package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import tw.minsheng.security.SecurityDoors;
import tw.minsheng.store.Database;
import tw.minsheng.store.DatabaseAddress;
import tw.minsheng.store.GroupCommit;
import tw.minsheng.store.GroupRead;
import tw.minsheng.store.PgAccounts;
import tw.minsheng.store.PgAgencies;
import tw.minsheng.store.PgAlertPost;
import tw.minsheng.store.PgAlerts;
import tw.minsheng.store.PgAnswerAges;
import tw.minsheng.store.PgAttachments;
import tw.minsheng.store.PgAudit;
import tw.minsheng.store.PgCalls;
import tw.minsheng.store.PgCaseControl;
import tw.minsheng.store.PgCaseImports;
import tw.minsheng.store.PgCaseLedger;
import tw.minsheng.store.PgCaseSurveys;
import tw.minsheng.store.PgCaseTexts;
import tw.minsheng.store.PgCases;
import tw.minsheng.store.PgCodings;
import tw.minsheng.store.PgConfirmations;
import tw.minsheng.store.PgDrafts;
import tw.minsheng.store.PgDrawnEnds;
import tw.minsheng.store.PgInvitationPost;
import tw.minsheng.store.PgInvitations;
import tw.minsheng.store.PgItemDecisions;
import tw.minsheng.store.PgNotices;
import tw.minsheng.store.PgOfficeCalendars;
import tw.minsheng.store.PgOnsitePlans;
import tw.minsheng.store.PgPanelPost;
import tw.minsheng.store.PgPanels;
import tw.minsheng.store.PgPublicBoard;
import tw.minsheng.store.PgPublications;
import tw.minsheng.store.PgReplyChecks;
import tw.minsheng.store.PgReplyTemplates;
import tw.minsheng.store.PgResponses;
import tw.minsheng.store.PgRetention;
import tw.minsheng.store.PgRetentions;
import tw.minsheng.store.PgSampleDraws;
import tw.minsheng.store.PgSessions;
import tw.minsheng.store.PgSetupLinks;
import tw.minsheng.store.PgSignInAttempts;
import tw.minsheng.store.PgSurveys;
import tw.minsheng.store.PgWaves;
import tw.minsheng.store.PgWorkPlaces;
import tw.minsheng.store.SurveyCache;
import tw.minsheng.survey.file.SurveyVersion;

/** All doors, joined to PostgreSQL. */
record Doors(
        Vertx vertx,
        Database database,
        SurveyCache cache,
        PgSurveys surveys,
        PgWaves waves,
        PgDrafts drafts,
        PgResponses responses,
        PgPublications publications,
        PgRetention retention,
        PgAnswerAges ages,
        PgCases cases,
        PgWorkPlaces places,
        PgCaseControl control,
        PgReplyChecks checks,
        PgNotices notices,
        PgOfficeCalendars calendars,
        PgRetentions retentions,
        PgAlerts alerts,
        PgAlertPost alertPost,
        PgReplyTemplates templates,
        PgConfirmations confirmations,
        PgAttachments attachments,
        PgPublicBoard board,
        PgCaseImports imports,
        PgInvitations invitations,
        PgInvitationPost invitationPost,
        PgCaseLedger ledger,
        PgCaseTexts caseTexts,
        PgCaseSurveys caseSurveys,
        PgCalls calls,
        PgPanels panels,
        PgPanelPost panelPost,
        PgItemDecisions decisions,
        PgCodings codings,
        PgOnsitePlans onsite,
        PgSampleDraws draws,
        PgDrawnEnds ends,
        SecurityDoors security) {

    /** Succeeds when the database answers. */
    Future<?> ping() {
        return database.ping();
    }

    static Doors open(
            Vertx vertx, Supplier<DatabaseAddress> address, Database.Patience patience, ZoneId zone, Clock clock) {
        Database database = Database.open(vertx, address, patience);
        GroupCommit commits = new GroupCommit(vertx, database);
        SurveyCache cache = new SurveyCache(
                database, (json, files) -> SurveyVersion.read(json, files).survey());
        return new Doors(
                vertx,
                database,
                cache,
                new PgSurveys(cache, clock),
                new PgWaves(database, cache),
                new PgDrafts(new GroupRead(vertx, database), commits, cache),
                new PgResponses(database, commits, cache),
                new PgPublications(database, cache),
                new PgRetention(database),
                new PgAnswerAges(database, cache, zone),
                new PgCases(database, commits),
                new PgWorkPlaces(database),
                new PgCaseControl(database),
                new PgReplyChecks(database),
                new PgNotices(database),
                new PgOfficeCalendars(database),
                new PgRetentions(database),
                new PgAlerts(database),
                new PgAlertPost(database),
                new PgReplyTemplates(database),
                new PgConfirmations(database),
                new PgAttachments(database),
                new PgPublicBoard(database),
                new PgCaseImports(address),
                new PgInvitations(database, cache),
                new PgInvitationPost(database),
                new PgCaseLedger(address),
                new PgCaseTexts(address),
                new PgCaseSurveys(database, cache),
                new PgCalls(database, cache, zone),
                new PgPanels(database),
                new PgPanelPost(database),
                new PgItemDecisions(database),
                new PgCodings(database),
                new PgOnsitePlans(database, cache),
                new PgSampleDraws(database, cache),
                new PgDrawnEnds(database, cache),
                new SecurityDoors(
                        new PgAgencies(database),
                        new PgAccounts(database),
                        new PgSetupLinks(database),
                        new PgSessions(database),
                        new PgSignInAttempts(database),
                        new PgAudit(database)));
    }
}
