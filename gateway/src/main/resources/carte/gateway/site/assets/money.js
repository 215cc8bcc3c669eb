// Money as people of the page's language and the restaurant's country write it.

/** Returns the text of so many minor units; whole amounts have no fraction. */
export function money(amount, currency, country) {
  const locale = `${document.documentElement.lang || 'en'}-${country || ''}`.replace(/-$/, '');
  const format = (options) => new Intl.NumberFormat(locale, { style: 'currency', currency, ...options });
  try {
    const digits = format({}).resolvedOptions().maximumFractionDigits;
    const units = amount / 10 ** digits;
    const shown = Number.isInteger(units) ? 0 : digits;
    return format({ minimumFractionDigits: shown, maximumFractionDigits: shown }).format(units);
  } catch {
    return `${amount} ${currency}`;
  }
}
