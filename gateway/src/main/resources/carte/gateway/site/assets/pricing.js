// What a dish costs with its options, and whether it can be had so: the rules by which the server takes an order.

/** Returns an item of a menu document, or undefined. */
export function findItem(menu, itemId) {
  const search = (sections) => {
    for (const section of sections) {
      const found = section.items.find((item) => item.id === itemId) ?? search(section.sections ?? []);
      if (found) {
        return found;
      }
    }
    return undefined;
  };
  return search(menu.sections);
}

/** Returns the groups that are open to an item: its own, and those that chosen options lead to. */
export function openGroups(menu, item, options) {
  const groups = new Map(menu.modifierGroups.map((group) => [group.id, group]));
  const open = new Map();
  const waiting = [...(item.modifierGroups ?? [])];
  while (waiting.length > 0) {
    const group = groups.get(waiting.shift());
    if (group && !open.has(group.id)) {
      open.set(group.id, group);
      for (const chosen of options.filter((option) => option.groupId === group.id)) {
        const option = group.options.find((each) => each.id === chosen.optionId);
        waiting.push(...(option?.modifierGroups ?? []));
      }
    }
  }
  return [...open.values()];
}

// Of the options of a group, the dearest are the free ones.
function priceOfGroup(group, options) {
  const units = options
    .filter((chosen) => chosen.groupId === group.id)
    .map((chosen) => ({
      price: group.options.find((option) => option.id === chosen.optionId)?.price.amount ?? 0,
      quantity: chosen.quantity,
    }))
    .sort((one, other) => other.price - one.price);
  let free = group.free ?? 0;
  let sum = 0;
  for (const { price, quantity } of units) {
    const given = Math.min(quantity, free);
    free -= given;
    sum += price * (quantity - given);
  }
  return sum;
}

function isSoldOut(item) {
  const { status, until } = item.availability ?? { status: 'AVAILABLE' };
  return status === 'SOLD_OUT' && !(until && Date.parse(until) <= Date.now());
}

function isHidden(item) {
  const { status, until } = item.availability ?? { status: 'AVAILABLE' };
  return status === 'HIDDEN' && !(until && Date.parse(until) <= Date.now());
}

function keepsRules(groups, options) {
  const known = options.every((chosen) => {
    const group = groups.find((each) => each.id === chosen.groupId);
    const option = group?.options.find((each) => each.id === chosen.optionId);
    return option && chosen.quantity <= (option.max ?? 1);
  });
  return known && groups.every((group) => {
    const count = options
      .filter((chosen) => chosen.groupId === group.id)
      .reduce((sum, chosen) => sum + chosen.quantity, 0);
    return count >= group.min && count <= group.max;
  });
}

/** Returns what one costs in minor units, options included; it may not be to be had so. */
export function unitPrice(menu, itemId, options, fulfilment) {
  const item = findItem(menu, itemId);
  if (!item) {
    return undefined;
  }
  const base = (item.prices?.[fulfilment] ?? item.price).amount;
  return openGroups(menu, item, options)
    .reduce((sum, group) => sum + priceOfGroup(group, options), base);
}

/**
 * Returns what has become of a line since it was chosen: undefined if nothing, else its kind
 * (`gone`, `sold-out`, `options`, `price`) and, for a price, what it is now.
 */
export function changeOf(menu, line, fulfilment) {
  const item = findItem(menu, line.itemId);
  if (!item || isHidden(item)) {
    return { kind: 'gone' };
  }
  if (isSoldOut(item)) {
    return { kind: 'sold-out' };
  }
  if (!keepsRules(openGroups(menu, item, line.options), line.options)) {
    return { kind: 'options' };
  }
  const now = unitPrice(menu, line.itemId, line.options, fulfilment);
  return now === line.seen[fulfilment] ? undefined : { kind: 'price', now };
}
