// What this browser keeps: the basket, and the tokens that show its orders.

const BASKET = 'carte.basket';
const ORDERS = 'carte.orders';
const FULFILMENT = 'carte.fulfilment';
const ATTEMPT = 'carte.attempt';
// By then one knows whether there is food. The server remembers keys for much longer.
const ATTEMPT_MILLIS = 3_600_000;
const MOST_ORDERS = 20;

function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still shows menus.
  }
  document.dispatchEvent(new CustomEvent('carte:stored'));
}

/** Returns the basket, or null if there is none. */
export function basket() {
  const kept = read(BASKET, null);
  return Array.isArray(kept?.lines) && kept.lines.length > 0 ? kept : null;
}

/** Keeps a basket; one without lines is none. */
export function keepBasket(changed) {
  write(BASKET, changed && changed.lines.length > 0 ? changed : null);
}

/** Returns how many dishes are in the basket. */
export function countOf(kept) {
  return kept ? kept.lines.reduce((sum, line) => sum + line.quantity, 0) : 0;
}

/** Returns what the basket costs in minor units, as it was seen. */
export function totalOf(kept) {
  return kept.lines.reduce((sum, line) => sum + line.quantity * line.seen[kept.fulfilment], 0);
}

/** Returns how this visitor gets food: `DELIVERY` or `PICKUP`. */
export function fulfilment() {
  return read(FULFILMENT, 'DELIVERY') === 'PICKUP' ? 'PICKUP' : 'DELIVERY';
}

/** Keeps how this visitor gets food. */
export function keepFulfilment(chosen) {
  write(FULFILMENT, chosen);
}

/**
 * Returns the order that was sent and of which it is not known whether it arrived, with the key
 * under which it can be sent again without being two; null if there is none.
 */
export function attempt() {
  const kept = read(ATTEMPT, null);
  return kept?.key && Date.now() - kept.at < ATTEMPT_MILLIS ? kept : null;
}

/** Keeps it, or forgets it: null. */
export function keepAttempt(sent) {
  write(ATTEMPT, sent);
}

/** Takes out of a basket what has been ordered; it may have been added to meanwhile. */
export function takeOut(kept, ordered) {
  for (const line of ordered) {
    const same = kept.lines.find((each) => isSame(each, line));
    if (same) {
      same.quantity -= line.quantity;
    }
  }
  kept.lines = kept.lines.filter((line) => line.quantity > 0);
}

/** Returns the orders that were placed here, the newest first. */
export function orders() {
  const kept = read(ORDERS, []);
  return Array.isArray(kept) ? kept : [];
}

/** Returns one of them, or undefined. */
export function findOrder(id) {
  return orders().find((order) => order.id === id);
}

/** Keeps an order, in the place of the one of the same id; a new one is the first. */
export function keepOrder(order) {
  const known = orders();
  const at = known.findIndex((each) => each.id === order.id);
  write(ORDERS, at < 0
    ? [order, ...known].slice(0, MOST_ORDERS)
    : known.with(at, order));
}

/** Adds a line; what is there already with the same options becomes more. */
export function addLine(kept, line) {
  const same = kept.lines.find((each) => isSame(each, line));
  if (same) {
    same.quantity = Math.min(99, same.quantity + line.quantity);
    same.seen = line.seen;
  } else {
    kept.lines.push(line);
  }
}

function isSame(one, other) {
  return one.itemId === other.itemId
    && JSON.stringify(one.options.map(asKey)) === JSON.stringify(other.options.map(asKey));
}

function asKey({ groupId, optionId, quantity }) {
  return [groupId, optionId, quantity];
}
