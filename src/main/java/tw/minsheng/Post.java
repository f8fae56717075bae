package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tw.minsheng.cli.PostSettings;
import tw.minsheng.cli.Settings;
import tw.minsheng.notify.Carrier;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.LateFacts;
import tw.minsheng.notify.MailCarrier;
import tw.minsheng.notify.MailServer;
import tw.minsheng.notify.NoticeFile;
import tw.minsheng.notify.NoticeTemplates;
import tw.minsheng.notify.Outbox;
import tw.minsheng.notify.SendPolicy;
import tw.minsheng.notify.Sender;
import tw.minsheng.notify.SmsCarrier;

/**
 * What carries notices, joined to the outbox.
 *
 * @param served the channels on which something is carried
 * @param sender of what petitioners are told
 * @param invitations sends invitations to surveys and their reminders
 * @param alerts reminds staff of due dates
 * @param experts asks experts to rate items
 */
record Post(
        NoticeTemplates templates,
        Set<Channel> served,
        Sender sender,
        Sender invitations,
        Sender alerts,
        Sender experts) {

    /** A mail server that says nothing keeps nobody from stopping; what was on its way is sent again. */
    private static final long STOP_SECONDS = 30;

    /**
     * Reads {@code notices.yaml} beside the surveys, when there is one. Blocks.
     *
     * @throws tw.minsheng.kernel.Problem INVALID {@code notices.faults} with each fault and its line
     */
    static Post of(
            Vertx vertx,
            Settings settings,
            Outbox outbox,
            LateFacts late,
            Outbox invitations,
            LateFacts links,
            Outbox alerts,
            Outbox experts,
            LateFacts panels) {
        Map<Channel, Carrier> carriers = carriers(vertx, settings.post());
        NoticeTemplates templates = templates(settings.surveys().resolve(NoticeFile.NAME));
        Sender sender = new Sender(vertx, outbox, carriers, templates, late, SendPolicy.DEFAULT);
        Sender inviting = new Sender(vertx, invitations, carriers, templates, links, SendPolicy.DEFAULT);
        Sender reminding = new Sender(vertx, alerts, carriers, templates, notice -> Map.of(), SendPolicy.DEFAULT);
        Sender asking = new Sender(vertx, experts, carriers, templates, panels, SendPolicy.DEFAULT);
        return new Post(templates, Set.copyOf(carriers.keySet()), sender, inviting, reminding, asking);
    }

    private static Map<Channel, Carrier> carriers(Vertx vertx, PostSettings post) {
        Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
        if (!post.smtp().isEmpty()) {
            MailServer server = MailServer.at(post.smtp(), post.smtpPassword(), post.mailFrom());
            carriers.put(Channel.MAIL, new MailCarrier(vertx, server));
        }
        if (!post.sms().isEmpty()) {
            carriers.put(Channel.SMS, new SmsCarrier(vertx, post.sms(), post.smsToken()));
        }
        return carriers;
    }

    private static NoticeTemplates templates(Path file) {
        NoticeTemplates shipped = NoticeTemplates.shipped();
        if (!Files.isRegularFile(file)) {
            return shipped;
        }
        try {
            return NoticeFile.read(file.toString(), Files.readAllBytes(file)).over(shipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Completes when nothing is on its way any longer, or after some seconds. */
    Future<Void> stop() {
        return Future.join(sender.stop(), invitations.stop(), alerts.stop(), experts.stop())
                .<Void>mapEmpty()
                .timeout(STOP_SECONDS, TimeUnit.SECONDS)
                .otherwiseEmpty();
    }
}
