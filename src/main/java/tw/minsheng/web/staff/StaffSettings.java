package tw.minsheng.web.staff;

import java.time.ZoneId;

/**
 * @param publicUrl address under which people reach the server, without a slash at the end
 * @param zone decides which day it is
 * @param secure whether cookies are for encrypted connections only: true behind TLS
 * @param demo whether the set of demonstration answers is shown
 */
public record StaffSettings(String publicUrl, ZoneId zone, boolean secure, boolean demo) {}
