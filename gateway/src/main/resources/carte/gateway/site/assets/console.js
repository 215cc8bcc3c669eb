import { place } from './lines.js';

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

// A conflict and a refusal are answers to be shown. What was saved is brought into the lines that
// are there: what somebody types or clicks meanwhile must not be lost.
document.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr, target } = event.detail;
  if (xhr.status === 409 || xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  } else if (xhr.status === 200 && place(target, xhr.responseText, sentBy(event))) {
    // What is said of it is put in its place as ever.
    event.detail.swapOverride = 'none';
  }
  if (xhr.status === 422) {
    putBack(target);
  }
});
document.addEventListener('htmx:afterSettle', (event) => {
  const conflict = document.querySelector('[data-conflict]');
  if (conflict && event.detail.xhr?.status === 409) {
    document.getElementById('notices')?.replaceChildren();
    conflict.focus();
  }
});

function sentBy(event) {
  return event.detail.requestConfig.formData;
}

// A request that had to wait is still about the button that was pressed, and about what has been
// written since; where nothing has, there is nothing to save.
document.addEventListener('htmx:configRequest', (event) => {
  const { elt, triggeringEvent, parameters } = event.detail;
  const button = triggeringEvent?.submitter;
  if (button?.name) {
    parameters[button.name] = button.value;
  }
  if (elt.matches('.row-form')) {
    const { name, price } = elt.elements;
    if (name.value === elt.elements['was-name'].value
        && price.value === elt.elements['was-price'].value) {
      event.preventDefault();
    }
  }
});

// What a part that came anew is about is said in one sentence, by a region that stays.
document.addEventListener('htmx:afterSettle', () => {
  const said = document.querySelector('[data-said]');
  if (said) said.textContent = document.querySelector('[data-sum]')?.textContent ?? '';
});

// What somebody has written before this was here is saved like what is written now.
addEventListener('DOMContentLoaded', () => {
  for (const form of document.querySelectorAll('.row-form')) {
    // Of the field that one is still in, the browser will tell itself.
    if ([form.elements.name, form.elements.price].some((field) => (
      field.value !== field.defaultValue && field !== document.activeElement))) {
      form.requestSubmit();
    }
  }
});

// What cannot be taken back is asked for.
document.addEventListener('htmx:confirm', (event) => {
  const question = event.detail.triggeringEvent?.submitter?.dataset.ask;
  if (question && !confirm(question)) {
    event.preventDefault();
  }
});

// A form that leads to another page is sent once, however often its button is pressed.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || form.hasAttribute('hx-post')) return;
  if ('sent' in form.dataset) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = '';
  event.submitter?.setAttribute('aria-disabled', 'true');
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.querySelector('[aria-disabled]')?.removeAttribute('aria-disabled');
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
document.addEventListener('pointerup', (event) => {
  if (!drag || event.pointerId !== drag.pointer) return;
  const { rows, before } = letGo();
  const now = ids(rows);
  if (now !== before) {
    const form = orderOf(rows);
    form.querySelector('[data-want]').value = now;
    form.requestSubmit();
  }
});
// The browser has taken the finger for something else: nothing was meant to move.
document.addEventListener('pointercancel', (event) => {
  if (!drag || event.pointerId !== drag.pointer) return;
  const { rows, before } = letGo();
  arrange(rows, before);
});
function letGo() {
  const dropped = drag;
  drag = null;
  dropped.row.classList.remove('lifted');
  return dropped;
}
function arrange(rows, order) {
  for (const id of order.split(',')) {
    rows.append(...[...rows.children].filter((row) => row.dataset.id === id));
  }
}
// An order that is refused is not how customers see it.
function putBack(section) {
  const rows = section.matches('.section') && section.querySelector('[data-rows]');
  const form = rows && orderOf(rows);
  if (form) {
    arrange(rows, form.elements.saw.value);
    form.elements.want.value = '';
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

// The order board: what was pressed is drawn anew, and who pressed it stays with its order.
let held = '';
document.addEventListener('htmx:beforeSwap', (event) => {
  held = event.detail.target.matches('[data-board]')
    ? document.activeElement?.closest('.order-card')?.id ?? ''
    : '';
});
document.addEventListener('htmx:afterSettle', () => {
  const board = document.querySelector('[data-board]');
  if (!board) return;
  if (held && document.activeElement === document.body) {
    document.getElementById(held)?.focus({ preventScroll: true });
  }
  held = '';
  announce(board);
});
const news = document.querySelector('[data-board-news]');
let known = news && numbersOf(document.querySelector('[data-board]'));
const title = document.title;
function numbersOf(board) {
  return [...board.querySelectorAll('[data-state="PLACED"] [data-number]')]
    .map((card) => card.dataset.number);
}
function announce(board) {
  const waiting = numbersOf(board);
  const fresh = waiting.filter((number) => !known.includes(number));
  known = waiting;
  if (fresh.length > 0) {
    news.textContent = news.dataset.text.replace('{0}', fresh.map((number) => `#${number}`).join(', '));
  }
  document.title = waiting.length > 0 ? `(${waiting.length}) ${title}` : title;
}
if (news) announce(document.querySelector('[data-board]'));
