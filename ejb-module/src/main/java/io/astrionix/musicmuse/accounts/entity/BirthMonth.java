package io.astrionix.musicmuse.accounts.entity;

import java.time.YearMonth;

/**
 * Year and month of somebody's birth, to find out once whether an account is allowed; never stored (A1). The day is not
 * asked, so whoever may still be too young this month counts as too young.
 */
public record BirthMonth(YearMonth value) {

    private static final int YEARS_FOR_AN_ACCOUNT = 13;
    private static final int YEARS_OF_AN_ADULT = 18;

    /** Whether somebody born then may not have an account (R59). */
    public boolean isTooYoungIn(YearMonth month) {
        return month.isBefore(firstMonthAfterBirthday(YEARS_FOR_AN_ACCOUNT));
    }

    public boolean isAdultIn(YearMonth month) {
        return !month.isBefore(adultFrom());
    }

    /** The first month in which somebody born then is an adult on every day. */
    public YearMonth adultFrom() {
        return firstMonthAfterBirthday(YEARS_OF_AN_ADULT);
    }

    private YearMonth firstMonthAfterBirthday(int years) {
        return value.plusYears(years).plusMonths(1);
    }
}
