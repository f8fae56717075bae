package tw.minsheng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tw.minsheng.cli.Settings;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseKeys;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.Catalogue;
import tw.minsheng.petition.CatalogueFile;
import tw.minsheng.petition.Recount;
import tw.minsheng.petition.alert.AlertDesk;
import tw.minsheng.petition.notice.CaseNotices;
import tw.minsheng.petition.notice.ConfirmDesk;
import tw.minsheng.petition.notice.ConfirmOffer;
import tw.minsheng.petition.notice.TellingCases;
import tw.minsheng.security.Agency;

/** What takes and moves petitions, joined to the doors. */
record Petitions(
        CaseIntake intake,
        CaseDesk desk,
        Cases cases,
        ConfirmDesk confirm,
        CalendarDesk calendars,
        Recount recount,
        AlertDesk alerts) {

    /**
     * Reads {@code petitions.yaml} beside the surveys; without it no petitions are taken. Blocks.
     *
     * @param agencies those that a type of petition may name
     * @param address under which petitioners reach the server
     * @param offer how they may confirm
     * @throws tw.minsheng.kernel.Problem INVALID {@code petitions.faults} with each fault and its line
     */
    static Petitions of(
            Settings settings,
            List<Agency> agencies,
            Doors doors,
            byte[] secret,
            Supplier<String> address,
            ConfirmOffer offer,
            Clock clock) {
        Catalogue catalogue = catalogue(settings.surveys(), agencies);
        Cases cases =
                new TellingCases(doors.cases(), new CaseNotices(() -> catalogue, names(agencies), address, offer));
        CalendarDesk calendars = new CalendarDesk(doors.calendars());
        Server.await(calendars.refresh().<Void>mapEmpty());
        CaseDesk desk = new CaseDesk(() -> catalogue, cases, calendars::in, clock, settings.timeZone());
        CaseIntake intake =
                new CaseIntake(() -> catalogue, cases, new CaseKeys(secret), calendars::in, clock, settings.timeZone());
        ConfirmDesk confirm = new ConfirmDesk(cases, desk, doors.confirmations(), offer, clock);
        AlertDesk alerts = new AlertDesk(() -> catalogue, desk, doors.alerts(), address, clock);
        return new Petitions(intake, desk, cases, confirm, calendars, new Recount(doors.calendars(), desk), alerts);
    }

    private static Function<String, LocalizedText> names(List<Agency> agencies) {
        Map<String, LocalizedText> names =
                agencies.stream().collect(Collectors.toUnmodifiableMap(Agency::key, Agency::name));
        return key -> names.getOrDefault(key, LocalizedText.NONE);
    }

    static Catalogue catalogue(Path surveys, List<Agency> agencies) {
        Path file = surveys.resolve(CatalogueFile.NAME);
        if (!Files.isRegularFile(file)) {
            return Catalogue.NONE;
        }
        Set<String> keys = agencies.stream().map(Agency::key).collect(Collectors.toUnmodifiableSet());
        try {
            return CatalogueFile.read(file.toString(), Files.readAllBytes(file), keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
