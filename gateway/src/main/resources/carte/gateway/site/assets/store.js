// What this browser keeps: the basket, and the tokens that show its orders.

const BASKET = 'carte.basket';
const ORDERS = 'carte.orders';
const FULFILMENT = 'carte.fulfilment';
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

/** Returns the orders that were placed here, the newest first. */
export function orders() {
  const kept = read(ORDERS, []);
  return Array.isArray(kept) ? kept : [];
}

/** Returns one of them, or undefined. */
export function findOrder(id) {
  return orders().find((order) => order.id === id);
}

/** Keeps an order, in the place of the one of the same id. */
export function keepOrder(order) {
  write(ORDERS, [order, ...orders().filter((each) => each.id !== order.id)].slice(0, MOST_ORDERS));
}

/** Adds a line; what is there already with the same options becomes more. */
export function addLine(kept, line) {
  const same = kept.lines.find((each) => each.itemId === line.itemId
    && JSON.stringify(each.options.map(asKey)) === JSON.stringify(line.options.map(asKey)));
  if (same) {
    same.quantity = Math.min(99, same.quantity + line.quantity);
    same.seen = line.seen;
  } else {
    kept.lines.push(line);
  }
}

function asKey({ groupId, optionId, quantity }) {
  return [groupId, optionId, quantity];
}
