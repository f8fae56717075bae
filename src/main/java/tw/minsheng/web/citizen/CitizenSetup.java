package tw.minsheng.web.citizen;

import java.time.Clock;
import tw.minsheng.collect.FormKeys;
import tw.minsheng.collect.Intake;
import tw.minsheng.collect.Surveys;
import tw.minsheng.web.Assets;
import tw.minsheng.web.ClientAddress;
import tw.minsheng.web.OriginCheck;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Templates;
import tw.minsheng.web.WebSettings;

/** What the citizens' pages need. */
public record CitizenSetup(
        WebSettings settings,
        Surveys surveys,
        Intake intake,
        FormKeys keys,
        Templates templates,
        Assets assets,
        ClientAddress address,
        OriginCheck origin,
        RateLimits limits,
        Clock clock) {}
