// Sends an order so that it is one order, however often it has to be sent.
import { call, Problem } from './api.js';
import {
  attempt, basket, keepAttempt, keepBasket, keepOrder, takeOut,
} from './store.js';

const PATIENCE_MILLIS = 30_000;
// Answers that say nothing of the order, only that nobody has looked at it this time.
const TURNED_AWAY = ['too-many-requests', 'overloaded'];

function orderOf(kept) {
  return {
    restaurantId: kept.restaurantId,
    menuVersion: kept.menuVersion,
    fulfilment: kept.fulfilment,
    lines: kept.lines.map((line) => ({
      itemId: line.itemId,
      quantity: line.quantity,
      unitPrice: { amount: line.seen[kept.fulfilment], currency: kept.currency },
      options: line.options.map(({ groupId, optionId, quantity }) => (
        { groupId, optionId, quantity })),
    })),
  };
}

function newAttempt(kept) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return {
    key: [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    body: JSON.stringify(orderOf(kept)),
    basket: kept,
    at: Date.now(),
  };
}

function isDecided(problem, again) {
  if (!(problem instanceof Problem)) {
    return false;
  }
  return TURNED_AWAY.includes(problem.kind)
    ? !again
    : problem.status < 500 && problem.status !== 408;
}

/**
 * Orders what is in the basket and returns the order's id. An order of which it is not known
 * whether it arrived goes first, as it was and under its own key: it may have been placed.
 */
export async function place(kept) {
  const before = attempt();
  const sent = before ?? newAttempt(kept);
  // Kept before it is sent: the window may be closed before the answer comes.
  keepAttempt(sent);
  let placed;
  try {
    placed = await call('/api/v1/orders', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': sent.key },
      body: sent.body,
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
  } catch (problem) {
    if (isDecided(problem, before)) {
      keepAttempt(null);
    }
    throw problem;
  }
  keepPlaced(placed, sent.basket);
  return placed.id;
}

function keepPlaced(placed, ordered) {
  keepOrder({
    id: placed.id,
    token: placed.accessToken,
    restaurantId: ordered.restaurantId,
    restaurantName: ordered.restaurantName,
    country: ordered.country,
    currency: ordered.currency,
    placedAt: placed.placedAt,
    lines: ordered.lines,
    fulfilment: ordered.fulfilment,
  });
  keepAttempt(null);
  const left = basket();
  if (left?.restaurantId === ordered.restaurantId) {
    takeOut(left, ordered.lines);
    keepBasket(left);
  }
}
