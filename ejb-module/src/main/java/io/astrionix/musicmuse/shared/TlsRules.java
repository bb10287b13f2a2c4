package io.astrionix.musicmuse.shared;

import static io.astrionix.musicmuse.shared.InvalidSettingException.unless;

/** An origin with TLS is reached with TLS: by this server, or by a proxy in front of it (R68). */
final class TlsRules {

    private TlsRules() {}

    /** @throws InvalidSettingException if nobody could reach the site's origin, or a part of TLS is missing or too much */
    static void check(Settings settings) {
        boolean tls = settings.isOn(Setting.TLS);
        boolean behindProxies = !settings.addresses(Setting.TRUSTED_PROXIES).isEmpty();
        boolean originWithTls = settings.originWithTls().isPresent();
        unless(
                !originWithTls || tls || behindProxies,
                Setting.TLS,
                "true where MUSICMUSE_SITE_ORIGIN begins with https, or MUSICMUSE_TRUSTED_PROXIES must name the proxy"
                        + " that ends TLS");
        unless(
                originWithTls || (!tls && !behindProxies),
                Setting.SITE_ORIGIN,
                "set, and begin with https, where MUSICMUSE_TLS is true or MUSICMUSE_TRUSTED_PROXIES names a proxy");
        unless(
                tls == settings.text(Setting.TLS_KEYSTORE).isPresent(),
                Setting.TLS_KEYSTORE,
                "the path of a PKCS 12 file where MUSICMUSE_TLS is true, and empty where it is not");
    }
}
