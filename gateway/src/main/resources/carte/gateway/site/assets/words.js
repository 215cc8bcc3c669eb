// The page's texts, which come with it in the visitor's language.
const texts = new Map();
for (const element of document.querySelectorAll('#words [data-word]')) {
  texts.set(element.dataset.word, element.textContent);
}

/** Returns a text with {0}, {1} and so on filled in. */
export function words(key, ...values) {
  return (texts.get(key) ?? key).replace(/\{(\d)\}/g, (_, at) => String(values[at] ?? ''));
}
