package tw.minsheng.web.staff;

import java.security.SecureRandom;
import java.time.Clock;
import tw.minsheng.web.Assets;
import tw.minsheng.web.ClientAddress;
import tw.minsheng.web.OriginCheck;
import tw.minsheng.web.Templates;
import tw.minsheng.web.WebSettings;

/**
 * What the staff pages stand on.
 *
 * @param demo whether the set of demonstration answers is shown
 */
public record StaffSetup(
        WebSettings settings,
        Templates templates,
        Assets assets,
        ClientAddress address,
        OriginCheck origin,
        SecureRandom random,
        Clock clock,
        boolean demo) {}
