package tw.minsheng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import tw.minsheng.cli.Settings;
import tw.minsheng.invite.AfterClosingDesk;
import tw.minsheng.invite.AfterClosingFile;
import tw.minsheng.invite.AfterClosingPlan;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.invite.InviteLetters;
import tw.minsheng.notify.Channel;

/**
 * What asks people, joined to the doors.
 *
 * @param channels on which an invitation can travel, by key
 */
record Inviting(InviteKeys keys, InviteLetters letters, Set<String> channels, AfterClosingDesk desk) {

    /**
     * Reads {@code after-closing.yaml} beside the surveys; without it no petitioner is asked. Blocks.
     *
     * @throws tw.minsheng.kernel.Problem INVALID {@code invite.faults} with each fault and its line
     */
    static Inviting of(Settings settings, Doors doors, Petitions petitions, Post post, InviteKeys keys, Clock clock) {
        Set<String> channels = post.served().stream().map(Channel::key).collect(Collectors.toUnmodifiableSet());
        InviteLetters letters = new InviteLetters(settings.timeZone());
        AfterClosingDesk desk = new AfterClosingDesk(
                plan(settings.surveys().resolve(AfterClosingFile.NAME)),
                doors.caseSurveys(),
                doors.surveys(),
                petitions.cases(),
                petitions.desk(),
                doors.checks(),
                keys,
                channels,
                letters::of,
                clock,
                settings.timeZone());
        return new Inviting(keys, letters, channels, desk);
    }

    private static AfterClosingPlan plan(Path file) {
        if (!Files.isRegularFile(file)) {
            return AfterClosingPlan.NONE;
        }
        try {
            return AfterClosingFile.read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
