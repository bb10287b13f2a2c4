package io.astrionix.musicmuse.limits.boundary;

import io.astrionix.musicmuse.shared.Setting;

/** What is limited. The names are stored; how often, is a setting. */
public enum Limit {
    SIGN_IN(Setting.LIMIT_SIGN_IN),
    REGISTER(Setting.LIMIT_REGISTER),
    RESET(Setting.LIMIT_RESET),
    CONTACT(Setting.LIMIT_CONTACT),
    TAKE_START(Setting.LIMIT_TAKE_START),
    PRACTICE_SOCKET(Setting.LIMIT_PRACTICE_SOCKET),
    MAIL(Setting.LIMIT_MAIL),
    EXPORT(Setting.LIMIT_EXPORT),
    CSP_REPORT(Setting.LIMIT_CSP_REPORT),
    /** How many refused requests are written to the audit log: a flood of them must not fill it. */
    REFUSAL_NOTE(Setting.LIMIT_REFUSAL_NOTE);

    private final Setting setting;

    Limit(Setting setting) {
        this.setting = setting;
    }

    public Setting setting() {
        return setting;
    }
}
