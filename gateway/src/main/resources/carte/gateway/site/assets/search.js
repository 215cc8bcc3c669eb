// The search, as results come in place of others.
import './shell.js';

const form = document.querySelector('form.filters');
const country = form.elements.country;
const said = document.querySelector('[data-said]');

// Another country has other cities and cuisines; what is looked for stays.
form.addEventListener('change', (event) => {
  if (event.target === country) {
    form.elements.city.value = '';
    form.elements.cuisine.value = '';
  }
}, { capture: true });

function renewChoices(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const id of ['city', 'cuisine']) {
    const fresh = page.getElementById(id);
    const shown = document.getElementById(id);
    if (fresh && fresh.textContent !== shown.textContent) {
      const { value } = shown;
      shown.replaceChildren(...document.importNode(fresh, true).children);
      shown.value = value;
    }
  }
}

// Old results below new words would be wrong.
function refuse() {
  const note = document.getElementById('refused').content.cloneNode(true);
  said.textContent = note.textContent;
  document.getElementById('results').replaceChildren(note);
}

form.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful) {
    renewChoices(event.detail.xhr.responseText);
    said.textContent = document.querySelector('#results h2')?.textContent ?? '';
  }
});
for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
  form.addEventListener(failure, refuse);
}
