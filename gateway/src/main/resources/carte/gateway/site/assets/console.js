// The console without this: forms that lead back to their page. With it: the same forms, in place.
const root = document.documentElement;
root.classList.add('scripted');

// Tells whether the gateway can be reached, once that is in doubt.
const line = document.querySelector('[data-connection]');
function connection(state) {
  if (!line || (state === 'live' && line.hidden)) return;
  line.hidden = state === 'live';
  line.dataset.state = state;
  line.textContent = line.dataset[state];
}
document.addEventListener('htmx:sendError', () => connection('lost'));
document.addEventListener('htmx:timeout', () => connection('lost'));
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.xhr && event.detail.xhr.status > 0) connection('live');
});
window.addEventListener('offline', () => connection('lost'));
window.addEventListener('online', () => connection('live'));

// A conflict and a refusal are answers to be shown; what is written meanwhile must not be lost.
let kept = null;
document.addEventListener('htmx:beforeSwap', (event) => {
  const status = event.detail.xhr.status;
  if (status === 409 || status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
  const field = document.activeElement;
  const written = field && field.id && field.matches('input[name]') && event.detail.target.contains(field)
      && field.value !== field.defaultValue && field !== event.detail.requestConfig?.triggeringEvent?.target;
  kept = written ? { id: field.id, value: field.value } : null;
});
document.addEventListener('htmx:afterSettle', (event) => {
  if (kept) {
    const field = document.getElementById(kept.id);
    if (field) field.value = kept.value;
    kept = null;
  }
  const conflict = document.querySelector('[data-conflict]');
  if (conflict && event.detail.xhr?.status === 409) {
    document.getElementById('notices')?.replaceChildren();
    conflict.focus();
  }
});

// Any other failure in words, where the answer has them.
document.addEventListener('htmx:responseError', (event) => {
  const answer = event.detail.xhr;
  if (answer.status === 401) return;
  let words = `${answer.status}`;
  try {
    const problem = JSON.parse(answer.responseText);
    words = problem.detail || problem.title || words;
  } catch { /* no problem document */ }
  toast(words);
});
function toast(words) {
  const box = document.createElement('div');
  box.className = 'toast bad';
  box.dataset.toast = '';
  box.textContent = words;
  document.getElementById('notices')?.replaceChildren(box);
}

document.addEventListener('click', (event) => {
  event.target.closest('[data-dismiss]')?.closest('[data-toast]')?.remove();
});

// An address that says what was done says it once.
const address = new URL(location.href);
if (address.searchParams.has('saved') || address.searchParams.has('done')) {
  address.searchParams.delete('saved');
  address.searchParams.delete('done');
  history.replaceState(null, '', address);
}

// Reordering: by the grip with any pointer, or with Alt and the arrow keys in a line.
let drag = null;
document.addEventListener('pointerdown', (event) => {
  const grip = event.target.closest('[data-grip]');
  const row = grip?.closest('.row');
  const rows = row?.closest('[data-rows]');
  if (!rows || event.button !== 0 || !orderOf(rows)) return;
  event.preventDefault();
  drag = { row, rows, pointer: event.pointerId, before: ids(rows) };
  row.classList.add('lifted');
  grip.setPointerCapture(event.pointerId);
});
document.addEventListener('pointermove', (event) => {
  if (!drag || event.pointerId !== drag.pointer) return;
  const others = [...drag.rows.children].filter((each) => each !== drag.row);
  const next = others.find((each) => {
    const box = each.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2;
  });
  if (next ? next.previousElementSibling !== drag.row : drag.rows.lastElementChild !== drag.row) {
    drag.rows.insertBefore(drag.row, next ?? null);
  }
});
document.addEventListener('pointerup', drop);
document.addEventListener('pointercancel', drop);
function drop() {
  if (!drag) return;
  const { row, rows, before } = drag;
  drag = null;
  row.classList.remove('lifted');
  const now = ids(rows);
  if (now !== before) {
    const form = orderOf(rows);
    form.querySelector('[data-want]').value = now;
    form.requestSubmit();
  }
}
document.addEventListener('keydown', (event) => {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  const way = event.key === 'ArrowUp' ? 'up' : 'down';
  const button = event.target.closest('.row')?.querySelector(`[data-move="${way}"]`);
  if (button) {
    event.preventDefault();
    button.focus();
    button.click();
  }
});
function ids(rows) {
  return [...rows.children].map((row) => row.dataset.id).join(',');
}
function orderOf(rows) {
  return rows.closest('.section')?.querySelector('form.order');
}
