package tw.minsheng.web.staff;

import tw.minsheng.collect.AnswerAges;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Surveys;
import tw.minsheng.collect.Waves;
import tw.minsheng.security.AccountOffice;
import tw.minsheng.security.Enrolment;
import tw.minsheng.security.SecurityDoors;
import tw.minsheng.security.SessionDesk;
import tw.minsheng.security.SignIn;

/** What the staff pages ask and tell. */
public record StaffDoors(
        SecurityDoors security,
        SignIn signIn,
        SessionDesk desk,
        Enrolment enrolment,
        AccountOffice office,
        Surveys surveys,
        Waves waves,
        Responses responses,
        AnswerAges ages,
        SurveyReports reports,
        CaseReports caseReports,
        CaseDoors cases,
        InviteDoors invite,
        PanelDoors panel) {}
