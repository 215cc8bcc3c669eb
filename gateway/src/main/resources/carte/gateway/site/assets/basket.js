// The basket: what is in it, whether the menu still has it so, and the order.
import { menuOf, Problem } from './api.js';
import { money } from './money.js';
import { place } from './placing.js';
import { changeOf } from './pricing.js';
import { showConnection, toast } from './shell.js';
import {
  attempt, basket, keepBasket, keepFulfilment, orders, totalOf,
} from './store.js';
import { openStream } from './stream.js';
import { words } from './words.js';

const main = document.getElementById('main');
const part = (name) => main.querySelector(`[data-${name}]`);
let menu;
let events;
let sending = false;

// An order of which it is not known whether it arrived: until that is known all stays as it is.
function doubtful() {
  return sending ? null : attempt();
}

function optionsOf(line) {
  return line.options
    .map((option) => (option.quantity > 1 ? `${option.quantity} × ${option.name}` : option.name))
    .join(', ');
}

function sentence(kept, line, change) {
  return change.kind === 'price'
    ? words('price', money(change.now, kept.currency, kept.country),
      money(line.seen[kept.fulfilment], kept.currency, kept.country))
    : words(change.kind);
}

function changesOf(kept) {
  return menu?.restaurantId === kept.restaurantId
    ? kept.lines.map((line) => changeOf(menu, line, kept.fulfilment))
    : kept.lines.map(() => undefined);
}

function step(at, by) {
  const kept = basket();
  const line = kept.lines[at];
  line.quantity = Math.min(99, line.quantity + by);
  if (line.quantity < 1) {
    kept.lines.splice(at, 1);
    toast(words('removed', line.name), {
      text: words('undo'),
      run() {
        const now = basket();
        if (!now || now.restaurantId === kept.restaurantId) {
          const again = now ?? { ...kept, lines: [] };
          again.lines.splice(at, 0, { ...line, quantity: 1 });
          keepBasket(again);
        }
      },
    });
  }
  keepBasket(kept);
  (document.getElementById(`step-${at}-${by}`)
    ?? document.getElementById(`step-${at - 1}-${by}`)
    ?? part('empty').querySelector('h2')).focus();
}

function lineElement(kept, line, at, change) {
  const element = document.getElementById('line').content.firstElementChild.cloneNode(true);
  const find = (name) => element.querySelector(`[data-${name}]`);
  find('name').textContent = line.name;
  find('options').textContent = optionsOf(line);
  find('price').textContent = money(
    line.quantity * line.seen[kept.fulfilment], kept.currency, kept.country);
  find('quantity').textContent = String(line.quantity);
  find('change').hidden = !change;
  find('change').textContent = change ? sentence(kept, line, change) : '';
  element.querySelector('.stepper').setAttribute('aria-label', line.name);
  for (const button of element.querySelectorAll('[data-step]')) {
    const by = Number(button.dataset.step);
    button.id = `step-${at}-${by}`;
    button.setAttribute('aria-label',
      words(by > 0 ? 'more' : line.quantity > 1 ? 'fewer' : 'remove', line.name));
    button.disabled = Boolean(attempt());
    button.addEventListener('click', () => step(at, by));
  }
  return element;
}

function showChanges(kept, changes) {
  const items = kept.lines.flatMap((line, at) => (changes[at]
    ? [Object.assign(document.createElement('li'), {
      textContent: `${line.name} ${sentence(kept, line, changes[at])}`,
    })]
    : []));
  const untouched = items.length === 0 || Boolean(attempt());
  part('changes').hidden = untouched;
  const list = part('change-list');
  const text = items.map((item) => item.textContent).join('\n');
  if (list.dataset.text !== text) {
    list.dataset.text = text;
    list.replaceChildren(...items);
  }
  part('order').disabled = sending || !untouched;
}

function showDoubt() {
  const doubt = doubtful();
  part('fulfilment').disabled = Boolean(attempt());
  const note = part('trouble');
  if (doubt && note.hidden) {
    showTrouble(words('unknown', doubt.basket.restaurantName));
    note.dataset.doubt = '';
  } else if (!doubt && 'doubt' in note.dataset) {
    showTrouble('');
  }
}

function show() {
  const doubt = doubtful();
  if (doubt && !basket()) {
    // Emptied in another window: what may have been ordered can still be asked for.
    keepBasket(doubt.basket);
    return;
  }
  const kept = basket();
  part('empty').hidden = Boolean(kept);
  part('full').hidden = !kept;
  showRecent();
  if (!kept) {
    events?.close();
    events = undefined;
    return;
  }
  const link = part('restaurant-link');
  link.textContent = kept.restaurantName;
  link.href = `/restaurants/${kept.restaurantId}`;
  for (const input of part('fulfilment').querySelectorAll('input')) {
    input.checked = input.value === kept.fulfilment;
  }
  const changes = changesOf(kept);
  part('lines').replaceChildren(
    ...kept.lines.map((line, at) => lineElement(kept, line, at, changes[at])));
  for (const total of main.querySelectorAll('[data-total]')) {
    total.textContent = money(totalOf(kept), kept.currency, kept.country);
  }
  showChanges(kept, changes);
  showDoubt();
  watch(kept.restaurantId);
}

function showRecent() {
  const placed = orders();
  part('recent').hidden = placed.length === 0;
  const when = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'medium', timeStyle: 'short',
  });
  part('recent-list').replaceChildren(...placed.slice(0, 5).map((order) => {
    const element = document.getElementById('recent-order').content.firstElementChild
      .cloneNode(true);
    element.querySelector('a').href = `/orders/${order.id}`;
    element.querySelector('[data-name]').textContent = order.restaurantName;
    element.querySelector('[data-when]').textContent = when.format(new Date(order.placedAt));
    return element;
  }));
}

// The menu that the basket is of, as it changes.
async function renew(leastVersion) {
  const kept = basket();
  if (kept) {
    menu = await menuOf(kept.restaurantId, leastVersion);
    show();
  }
}

function watch(restaurantId) {
  const address = `/api/v1/restaurants/${restaurantId}/events`;
  if (events && events.readyState !== EventSource.CLOSED && events.url.endsWith(address)) {
    return;
  }
  events?.close();
  const source = openStream(address);
  events = source;
  source.addEventListener('menu', (event) => {
    renew(JSON.parse(event.data).version).catch(() => {});
  });
  source.addEventListener('open', () => {
    showConnection('live');
    renew().catch(() => {});
  });
  source.addEventListener('error', () => {
    showConnection('lost');
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(show, 1000);
    }
  });
}

// What has changed is taken over as it is now; what is not to be had leaves the basket.
function accept() {
  const kept = basket();
  const changes = changesOf(kept);
  kept.lines = kept.lines.filter((line, at) => !changes[at] || changes[at].kind === 'price');
  for (const line of kept.lines) {
    const change = changeOf(menu, line, kept.fulfilment);
    if (change) {
      line.seen[kept.fulfilment] = change.now;
    }
    const other = kept.fulfilment === 'PICKUP' ? 'DELIVERY' : 'PICKUP';
    const otherwise = changeOf(menu, line, other);
    if (otherwise?.kind === 'price') {
      line.seen[other] = otherwise.now;
    }
  }
  kept.menuVersion = menu.version;
  keepBasket(kept);
}

// A version that the server does not know, after a restore say, is no longer the basket's.
async function forgetVersion() {
  await renew();
  const kept = basket();
  if (kept && !changesOf(kept).some(Boolean)) {
    kept.menuVersion = menu.version;
    keepBasket(kept);
  }
}

function showTrouble(text) {
  part('trouble').hidden = !text;
  part('trouble').textContent = text;
  delete part('trouble').dataset.doubt;
}

function troubleOf(kept, problem) {
  switch (problem.kind) {
    case 'restaurant-closed':
      return problem.body.opensAt
        ? words('closed-until', new Intl.DateTimeFormat(document.documentElement.lang, {
          weekday: 'short', hour: '2-digit', minute: '2-digit',
        }).format(new Date(problem.body.opensAt)))
        : words('closed');
    case 'menu-changed':
      return (problem.body.changes ?? [])
        .map((change) => `${kept.lines[change.line]?.name ?? change.itemId} ${{
          PRICE: change.now
            ? words('price', money(change.now.amount, change.now.currency, kept.country),
              money(change.seen.amount, change.seen.currency, kept.country))
            : '',
          GONE: words('gone'),
          SOLD_OUT: words('sold-out'),
          OUT_OF_HOURS: words('hours'),
          OPTION: words('options'),
        }[change.kind] ?? ''}.`)
        .join(' ');
    case 'too-many-requests':
    case 'overloaded':
      return words('busy');
    default:
      if (attempt()) {
        return words('unknown', attempt().basket.restaurantName);
      }
      return problem.status === 422 && !isAboutVersion(problem)
        ? words('invalid')
        : words('trouble');
  }
}

function isAboutVersion(problem) {
  return (problem.body.errors ?? []).some((error) => error.pointer === '/menuVersion');
}

async function order() {
  const kept = basket();
  sending = true;
  showTrouble('');
  show();
  try {
    location.assign(`/orders/${await place(kept)}`);
  } catch (problem) {
    if (problem instanceof Problem && problem.kind === 'menu-changed') {
      await renew(problem.body.menuVersion).catch(() => {});
    } else if (problem instanceof Problem && isAboutVersion(problem)) {
      await forgetVersion().catch(() => {});
    }
    sending = false;
    show();
    // What the list above says need not be said twice.
    showTrouble(part('changes').hidden ? troubleOf(kept, problem) : '');
  } finally {
    sending = false;
  }
}

part('order').addEventListener('click', order);
part('accept').addEventListener('click', accept);
for (const input of part('fulfilment').querySelectorAll('input')) {
  input.addEventListener('change', () => {
    const kept = basket();
    kept.fulfilment = input.value;
    keepFulfilment(input.value);
    keepBasket(kept);
  });
}
document.addEventListener('carte:stored', show);
addEventListener('storage', show);
addEventListener('pageshow', show);
addEventListener('online', () => {
  events?.close();
  show();
});
show();
