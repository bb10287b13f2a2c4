/** The texts of the page in the learner's language, handed over by the server with the room's data. */
export class Messages {
  /**
   * @param {Record<string, string>} texts message key to text with {0}, {1} ... as places for values
   * @param {string} locale BCP 47 tag, for numbers
   */
  constructor(texts, locale) {
    this.texts = texts;
    this.locale = locale;
  }

  /** The text of a key under `practice.js.`; the key itself where the server gave no text, so that a gap is seen. */
  text(key, ...values) {
    const full = `practice.js.${key}`;
    const text = this.texts[full] ?? full;
    return text.replace(/\{(\d+)\}/g, (place, index) => values[index] ?? place);
  }

  /** A whole number as it is written in the learner's language. */
  number(value) {
    return withMinus(new Intl.NumberFormat(this.locale, { maximumFractionDigits: 0 }).format(Math.round(value) + 0));
  }

  /** A whole number with its sign, zero without one: +12, −7, 0. */
  signed(value) {
    const format = new Intl.NumberFormat(this.locale, { signDisplay: 'exceptZero', maximumFractionDigits: 0 });
    return withMinus(format.format(Math.round(value) + 0));
  }

  /** Minutes and seconds, 1:05. */
  duration(millis) {
    const seconds = Math.round(millis / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}

/** A true minus sign: a hyphen is easily overlooked before a number. */
function withMinus(number) {
  return number.replace('-', '−');
}
