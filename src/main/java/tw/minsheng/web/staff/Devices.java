package tw.minsheng.web.staff;

import java.util.List;

/** Names a browser so that its owner recognises it; good enough for a list, never for a decision. */
final class Devices {

    private static final List<String> BROWSERS = List.of("Edg", "OPR", "Firefox", "Chrome", "Safari", "curl");
    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");

    private Devices() {}

    static String name(String agent, Words words) {
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        if (browser.isEmpty() && system.isEmpty()) {
            return words.say("me.device");
        }
        return (browser.equals("Edg") ? "Edge" : browser) + (system.isEmpty() ? "" : "　" + system);
    }

    private static String first(List<String> names, String agent) {
        return names.stream().filter(agent::contains).findFirst().orElse("");
    }
}
