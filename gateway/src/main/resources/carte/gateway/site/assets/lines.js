// Brings what was saved into the lines of the editor that are there, so that a field keeps what is
// being written in it, and a button is still there when the finger leaves it.

/** Puts the lines of an answer in their places; tells whether that is what the answer has. */
export function place(target, html, sent) {
  const fresh = new DOMParser().parseFromString(`<body><ul>${html}</ul>`, 'text/html');
  if (target.matches('.section')) {
    const section = fresh.querySelector('.section:has([data-rows])');
    return Boolean(section) && placeSection(target, section);
  }
  if (target.matches('.row')) {
    const row = fresh.querySelector(`.row[data-id="${target.dataset.id}"]`);
    return Boolean(row) && placeRow(target, row, sent);
  }
  return false;
}

function placeSection(shown, fresh) {
  const focused = document.activeElement;
  const rows = shown.querySelector('[data-rows]');
  const known = new Map([...rows.children].map((row) => [row.dataset.id, row]));
  const next = [...fresh.querySelector('[data-rows]').children].map((row) => {
    const there = known.get(row.dataset.id);
    if (there) {
      placeRow(there, row);
      return there;
    }
    const added = document.importNode(row, true);
    window.htmx.process(added);
    return added;
  });
  rows.replaceChildren(...next);
  next.filter((row) => !known.has(row.dataset.id)).forEach((row) => window.htmx.process(row));
  for (const name of ['saw', 'want']) {
    shown.querySelector(`.order [name=${name}]`).value = fresh.querySelector(`.order [name=${name}]`).value;
  }
  if (focused !== document.activeElement) {
    focused?.focus({ preventScroll: true });
  }
  return true;
}

function placeRow(shown, fresh, sent) {
  shown.className = fresh.className;
  for (const name of ['name', 'price']) {
    placeField(fieldsOf(shown, name), fieldsOf(fresh, name), sent);
  }
  const state = shown.querySelector('.row-state');
  const next = fresh.querySelector('.row-state');
  if (namesIn(state) !== namesIn(next)) {
    const focused = document.activeElement?.id;
    state.replaceChildren(...document.importNode(next, true).childNodes);
    if (focused && document.activeElement?.id !== focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  }
  for (const named of fresh.querySelectorAll('[id][aria-label]')) {
    shown.querySelector(`#${CSS.escape(named.id)}`)
      ?.setAttribute('aria-label', named.getAttribute('aria-label'));
  }
  return true;
}

function fieldsOf(row, name) {
  return {
    field: row.querySelector(`.row-form [name="${name}"]`),
    was: row.querySelector(`.row-form [name="was-${name}"]`),
  };
}

// What has been written since it was sent, or was not sent at all, stays, to be saved next. What it
// is to be in the place of stays, too, unless it was this request that put it there: else somebody
// else's change would be overwritten unseen.
function placeField(shown, fresh, sent) {
  const { field, was } = shown;
  const written = field.value !== (sent?.get(field.name) ?? field.defaultValue);
  const ours = Boolean(sent?.has(field.name)) && sent.get(field.name) !== sent.get(was.name);
  if (!written && field.value !== fresh.field.value) {
    field.value = fresh.field.value;
  }
  if (!written || ours) {
    field.defaultValue = fresh.field.value;
    was.value = fresh.was.value;
  }
}

// Which buttons there are and what is said beside them; not whose they are.
function namesIn(state) {
  return state.textContent.replace(/\s+/g, ' ');
}
