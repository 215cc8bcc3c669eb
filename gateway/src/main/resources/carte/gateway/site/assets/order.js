// An order on its way: the events of the API, read with the order's own token.
import { call, Problem } from './api.js';
import { money } from './money.js';
import { showConnection } from './shell.js';
import { findOrder, keepOrder } from './store.js';
import { UNSEEN_MILLIS } from './stream.js';
import { words } from './words.js';

const main = document.getElementById('main');
const part = (name) => main.querySelector(`[data-${name}]`);
const id = main.dataset.order;
const kept = findOrder(id);
const STATES = ['PLACED', 'ACCEPTED', 'PREPARING', 'READY', 'DELIVERED'];
const ENDS = ['DELIVERED', 'REJECTED', 'CANCELLED'];
const authorization = { Authorization: `Bearer ${kept?.token}` };
let revision = 0;
let lastEvent = '';
// The service says something every 15 s; a connection that is silent for longer is none.
const QUIET_MILLIS = 45_000;
let reading = new AbortController();
let wake = () => {};
let unseen = false;

const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' });

function showState({ state, revision: at, changedAt }) {
  if (at < revision) {
    return;
  }
  revision = at;
  kept.times = { ...kept.times, [state]: changedAt };
  kept.state = state;
  keepOrder(kept);
  const reached = STATES.indexOf(state);
  for (const step of part('steps').children) {
    const position = STATES.indexOf(step.dataset.state);
    step.classList.toggle('done', position < reached || state === 'DELIVERED');
    step.classList.toggle('now', position === reached && state !== 'DELIVERED');
    step.toggleAttribute('aria-current', false);
    if (position === reached) {
      step.setAttribute('aria-current', 'step');
    }
    const time = kept.times[step.dataset.state];
    if (time) {
      step.querySelector('time').dateTime = time;
      step.querySelector('time').textContent = clock.format(new Date(time));
    }
  }
  part('steps').hidden = reached < 0;
  const sentence = main.querySelector(`[data-sentence="${state}"]`)?.textContent ?? state;
  if (part('now').textContent !== sentence) {
    part('now').textContent = sentence;
  }
  part('now').classList.toggle('bad', reached < 0);
  showRating(state);
}

function showRating(state) {
  part('rating').hidden = state !== 'DELIVERED' || Boolean(kept.stars);
  part('thanks').hidden = !kept.stars;
}

function showOrder(order) {
  if (order.stars) {
    kept.stars = order.stars;
  }
  part('total').textContent = money(order.total.amount, order.total.currency, kept.country);
  part('tax').hidden = !order.tax?.amount;
  part('tax-amount').textContent = order.tax
    ? money(order.tax.amount, order.tax.currency, kept.country)
    : '';
  kept.times = { PLACED: order.placedAt, ...kept.times };
  showState(order);
}

function showLines() {
  const link = part('restaurant-link');
  link.textContent = kept.restaurantName;
  link.href = `/restaurants/${kept.restaurantId}`;
  // As they call it in the kitchen.
  part('number').textContent = `#${id.slice(-4).toUpperCase()}`;
  part('number').title = id;
  part('lines').replaceChildren(...kept.lines.map((line) => {
    const element = document.getElementById('line').content.firstElementChild.cloneNode(true);
    element.querySelector('[data-name]').textContent = `${line.quantity} × ${line.name}`;
    element.querySelector('[data-options]').textContent = line.options
      .map((option) => (option.quantity > 1 ? `${option.quantity} × ${option.name}` : option.name))
      .join(', ');
    element.querySelector('[data-price]').textContent = money(
      line.quantity * line.seen[kept.fulfilment], kept.currency, kept.country);
    return element;
  }));
}

// One event of the stream (WHATWG HTML, 9.2.6).
function take(text) {
  const fields = new Map();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) {
      fields.set(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ''));
    }
  }
  if (fields.has('id')) {
    lastEvent = fields.get('id');
  }
  if (fields.get('event') === 'order' && fields.has('data')) {
    showState(JSON.parse(fields.get('data')));
  }
}

async function readEvents() {
  reading = new AbortController();
  const response = await fetch(`/api/v1/orders/${id}/events`, {
    signal: reading.signal,
    headers: {
      ...authorization,
      Accept: 'text/event-stream',
      ...(lastEvent ? { 'Last-Event-ID': lastEvent } : {}),
    },
  });
  if (response.status === 204) {
    return;
  }
  if (!response.ok) {
    throw new Problem(response.status);
  }
  showConnection('live');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let piece = await next(reader); !piece.done; piece = await next(reader)) {
    const events = (rest + piece.value).split('\n\n');
    rest = events.pop();
    events.forEach(take);
  }
}

async function next(reader) {
  const quiet = setTimeout(() => reading.abort(), QUIET_MILLIS);
  try {
    return await reader.read();
  } finally {
    clearTimeout(quiet);
  }
}

function rest(millis) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

function isOver() {
  return ENDS.includes(kept.state);
}

async function follow() {
  let pause = 1000;
  let read = false;
  do {
    const before = revision;
    try {
      if (!read) {
        showOrder(await call(`/api/v1/orders/${id}`, { headers: authorization }));
        read = true;
      }
      if (!isOver()) {
        await readEvents();
      }
    } catch (problem) {
      if (problem.status === 401 || problem.status === 403 || problem.status === 404) {
        showUnknown();
        return;
      }
      showConnection('lost');
    }
    pause = revision > before ? 1000 : Math.min(10_000, pause * 2);
    if (!read || !isOver()) {
      await rest(pause);
    }
    while (unseen) {
      await rest(2 ** 31 - 1);
    }
  } while (!read || !isOver());
  for (const line of document.querySelectorAll('[data-live]')) {
    line.hidden = true;
  }
}

// Nobody looks: the connection is left to other tabs.
let unseenTimer;
document.addEventListener('visibilitychange', () => {
  clearTimeout(unseenTimer);
  if (document.hidden) {
    unseenTimer = setTimeout(() => {
      unseen = true;
      reading.abort();
    }, UNSEEN_MILLIS);
  } else if (unseen) {
    unseen = false;
    wake();
  }
});
addEventListener('offline', () => reading.abort());
addEventListener('online', () => wake());

function showUnknown() {
  part('unknown').hidden = false;
  part('known').hidden = true;
}

async function rate(event) {
  event.preventDefault();
  const stars = Number(new FormData(part('rating')).get('stars'));
  const fault = part('rating-fault');
  fault.hidden = true;
  try {
    await call(`/api/v1/orders/${id}/rating`, {
      method: 'POST',
      headers: { ...authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify({ stars }),
    });
    kept.stars = stars;
    keepOrder(kept);
    showRating('DELIVERED');
  } catch (problem) {
    fault.hidden = false;
    fault.textContent = problem.kind === 'rating-given' ? words('rated') : words('busy');
  }
}

if (kept) {
  part('known').hidden = false;
  part('rating').addEventListener('submit', rate);
  showLines();
  follow();
} else {
  showUnknown();
}
