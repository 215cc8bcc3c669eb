// A restaurant's page: parts that stick, dishes with their choices, and what goes into the basket.
import './live.js';
import { menuOf } from './api.js';
import { money } from './money.js';
import { changeOf, unitPrice } from './pricing.js';
import { toast } from './shell.js';
import {
  addLine, basket, countOf, fulfilment, keepBasket, keepFulfilment, totalOf,
} from './store.js';
import { words } from './words.js';

const main = document.getElementById('main');
const restaurant = main.dataset;
const dialog = document.getElementById('dish-dialog');
let menu;

// The menu as data, of at least the version that is shown.
async function currentMenu(leastVersion) {
  const least = Number(leastVersion) || 0;
  if (!menu || menu.version < least) {
    menu = await menuOf(restaurant.restaurant, least || undefined);
  }
  return menu;
}

// Prices by the way in which the food is got.
function showPrices(root) {
  const way = fulfilment() === 'PICKUP' ? 'pickup' : 'delivery';
  for (const price of root.querySelectorAll(`[data-${way}]`)) {
    price.textContent = price.dataset[way];
  }
}

function chooseFulfilment() {
  const choice = document.querySelector('[data-fulfilment]');
  if (!choice) {
    return;
  }
  choice.hidden = false;
  const kept = fulfilment();
  for (const input of choice.querySelectorAll('input')) {
    input.checked = input.value === kept;
    input.addEventListener('change', () => {
      keepFulfilment(input.value);
      const inBasket = basket();
      if (inBasket?.restaurantId === restaurant.restaurant) {
        inBasket.fulfilment = input.value;
        keepBasket(inBasket);
      }
      showPrices(document);
    });
  }
}

// Which part of the menu is being read.
function followSections() {
  const tabs = [...document.querySelectorAll('.menu-tabs a')];
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((each) => each.isIntersecting)) {
      for (const tab of tabs) {
        tab.removeAttribute('aria-current');
        if (tab.hash === `#${entry.target.id}`) {
          tab.setAttribute('aria-current', 'true');
          const row = tab.parentElement;
          row.scrollTo({ left: tab.offsetLeft - row.clientWidth / 3, behavior: 'instant' });
        }
      }
    }
  }, { rootMargin: '-25% 0px -70% 0px' });
  document.querySelectorAll('.menu > .menu-section').forEach((section) => seen.observe(section));
  tabs[0]?.setAttribute('aria-current', 'true');
  return seen;
}

// What has been chosen in a form, as the API takes it, with names for people.
function chosenIn(form) {
  const options = [];
  for (const input of form.querySelectorAll('.group input')) {
    const group = input.closest('.group');
    if (group.matches(':disabled, :disabled *')) {
      continue;
    }
    const quantity = countOfInput(input);
    if (quantity > 0) {
      options.push({
        groupId: group.dataset.group,
        optionId: input.dataset.value ?? input.value,
        quantity,
        name: input.closest('.option').querySelector('[data-option-name]').textContent,
      });
    }
  }
  return options;
}

function ownInputs(group) {
  return [...group.querySelectorAll('input')].filter((input) => input.closest('.group') === group);
}

function countOfInput(input) {
  return input.type === 'number' ? Number(input.value) || 0 : Number(input.checked);
}

function countIn(group) {
  return ownInputs(group).reduce((sum, input) => sum + countOfInput(input), 0);
}

// How many of a countable option there may be, with what is chosen beside it.
function mostOf(input, left) {
  const own = Number(input.closest('.option').dataset.most ??= input.max);
  return Math.max(0, Math.min(own, left + countOfInput(input)));
}

// What is typed becomes a number that may be ordered.
function keepAmount(input, left) {
  const wanted = Math.trunc(Number(input.value)) || 0;
  const allowed = Math.min(Math.max(0, wanted), mostOf(input, left));
  if (input.value !== '' && input.value !== String(allowed)) {
    input.value = String(allowed);
  }
}

function leftIn(group) {
  return Number(group.dataset.max) - countIn(group);
}

// No more than may be chosen can be, and what an option leads to is there once it is chosen.
function keepRules(form) {
  for (const group of form.querySelectorAll('.group')) {
    const left = leftIn(group);
    for (const input of ownInputs(group)) {
      if (input.type === 'checkbox') {
        input.disabled = !input.checked && left <= 0;
      } else if (input.type === 'number') {
        input.max = String(mostOf(input, left));
      }
      const nested = input.closest('.option').querySelector(':scope > .nested');
      if (nested) {
        const chosen = countOfInput(input) > 0;
        nested.hidden = !chosen;
        for (const inner of nested.querySelectorAll(':scope > .group')) {
          inner.disabled = !chosen;
        }
      }
    }
  }
}

function faultIn(group) {
  const count = countIn(group);
  if (count < Number(group.dataset.min)) {
    return words('min', group.dataset.min);
  }
  return count > Number(group.dataset.max) ? words('max', group.dataset.max) : '';
}

function showFaults(form) {
  let first;
  for (const group of form.querySelectorAll('.group:not(:disabled)')) {
    if (group.matches(':disabled *')) {
      continue;
    }
    const fault = faultIn(group);
    const note = group.querySelector(':scope > [data-fault]');
    note.hidden = !fault;
    note.textContent = fault;
    first ??= fault ? ownInputs(group)[0] : undefined;
  }
  first?.focus();
  return Boolean(first);
}

function quantityIn(form) {
  return Number(form.querySelector('[data-quantity]').textContent) || 1;
}

async function showTotal(form) {
  try {
    const known = await currentMenu(form.dataset.version);
    const one = unitPrice(known, form.dataset.item, chosenIn(form), fulfilment());
    if (one !== undefined) {
      form.querySelector('[data-total]').textContent = money(
        one * quantityIn(form), known.currency, restaurant.country);
    }
  } catch {
    // The button works without it.
  }
}

async function mayStartAnew(kept) {
  if (!kept || kept.restaurantId === restaurant.restaurant) {
    return true;
  }
  const question = document.getElementById('other-basket');
  question.querySelector('[data-other-text]').textContent = words('other', kept.restaurantName);
  question.returnValue = 'keep';
  question.showModal();
  await new Promise((resolve) => question.addEventListener('close', resolve, { once: true }));
  return question.returnValue === 'new';
}

function newBasket(known) {
  return {
    restaurantId: restaurant.restaurant,
    restaurantName: restaurant.name,
    country: restaurant.country,
    currency: known.currency,
    fulfilment: fulfilment(),
    lines: [],
  };
}

async function add(form) {
  const known = await currentMenu(form.dataset.version);
  const options = chosenIn(form);
  const seen = Object.fromEntries(['DELIVERY', 'PICKUP'].map(
    (way) => [way, unitPrice(known, form.dataset.item, options, way)]));
  const line = {
    itemId: form.dataset.item,
    name: form.querySelector('.dish-title').textContent,
    quantity: quantityIn(form),
    options,
    seen,
  };
  if (changeOf(known, line, fulfilment())) {
    form.querySelector('[data-changed]').hidden = false;
    return;
  }
  const kept = basket();
  if (!await mayStartAnew(kept)) {
    return;
  }
  const into = kept?.restaurantId === restaurant.restaurant ? kept : newBasket(known);
  addLine(into, line);
  into.menuVersion = known.version;
  keepBasket(into);
  dialog?.close();
  toast(words('added', line.name));
}

function prepare(form) {
  form.querySelector('[data-scripted]').hidden = false;
  showPrices(form);
  keepRules(form);
  showTotal(form);
  form.addEventListener('input', (event) => {
    if (event.target.matches('.group input[type=number]')) {
      keepAmount(event.target, leftIn(event.target.closest('.group')));
    }
    keepRules(form);
    showTotal(form);
    if (form.querySelector('[data-fault]:not([hidden])')) {
      for (const group of form.querySelectorAll('.group')) {
        const note = group.querySelector(':scope > [data-fault]');
        note.hidden = note.hidden || !faultIn(group);
      }
    }
  });
  for (const step of form.querySelectorAll('[data-step]')) {
    step.addEventListener('click', () => {
      const most = Math.min(99, Math.max(1, quantityIn(form) + Number(step.dataset.step)));
      form.querySelector('[data-quantity]').textContent = String(most);
      showTotal(form);
    });
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    // Somebody taps twice while the menu is on its way.
    if (form.dataset.served === 'true' && !('adding' in form.dataset) && !showFaults(form)) {
      form.dataset.adding = '';
      try {
        await add(form);
      } catch {
        toast(words('lost'));
      } finally {
        delete form.dataset.adding;
      }
    }
  });
}

async function open(link) {
  const version = document.getElementById('menu').dataset.version;
  const response = await fetch(`${link.getAttribute('href')}?min_version=${version}`, {
    headers: { 'HX-Request': 'true' },
  });
  if (!response.ok) {
    location.assign(link.href);
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const form = document.importNode(page.querySelector('form'), true);
  form.classList.remove('card');
  dialog.replaceChildren(form);
  const close = form.querySelector('[data-close]');
  close.hidden = false;
  close.addEventListener('click', () => dialog.close());
  prepare(form);
  dialog.dataset.opener = link.id;
  dialog.showModal();
  form.querySelector('.dish-title').focus();
}

function openDishes() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.dish-link');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    open(link).catch(() => location.assign(link.href));
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  // The menu may have changed meanwhile, and the link with it.
  dialog.addEventListener('close', () => {
    document.getElementById(dialog.dataset.opener)?.focus({ preventScroll: true });
  });
}

// The bar below: what is in the basket, and whether a change of the menu touches it.
const bar = document.querySelector('.basket-bar');

function showBar() {
  const kept = basket();
  if (!bar) {
    return;
  }
  const count = countOf(kept);
  bar.hidden = count === 0;
  document.body.classList.toggle('with-bar', count > 0);
  if (count > 0) {
    bar.querySelector('[data-bar-text]').textContent = `${words('total')} · ${
      count === 1 ? words('count-one') : words('count', count)}`;
    bar.querySelector('[data-bar-total]').textContent = money(
      totalOf(kept), kept.currency, kept.country);
  }
}

// What stands above the bar has to know how high it is.
function measureBar() {
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--bar', `${bar.offsetHeight}px`);
  }).observe(bar);
}

async function reviewBasket(version) {
  const kept = basket();
  if (kept?.restaurantId !== restaurant.restaurant) {
    return;
  }
  const known = await currentMenu(version);
  const touched = kept.lines.filter((line) => changeOf(known, line, kept.fulfilment));
  const note = document.querySelector('[data-bar-note]');
  note.textContent = touched.length === 0
    ? ''
    : words('touched', [...new Set(touched.map((line) => line.name))].join(', '));
}

document.addEventListener('carte:menu-changed', (event) => {
  showPrices(document.getElementById('menu'));
  sections?.disconnect();
  sections = followSections();
  reviewBasket(event.detail.version).catch(() => {});
  const form = dialog?.open ? dialog.querySelector('form') : undefined;
  if (form && event.detail.keys.includes(form.dataset.item)) {
    showChange(form, event.detail.version).catch(() => {});
  }
});

// Whoever has a dish open is told, and sees what it costs now.
async function showChange(form, version) {
  form.querySelector('[data-changed]').hidden = false;
  form.dataset.version = version;
  const known = await currentMenu(version);
  const gone = changeOf(known, { itemId: form.dataset.item, options: [], seen: {} }, fulfilment());
  form.querySelector('[type=submit]').disabled = ['gone', 'sold-out'].includes(gone?.kind);
  await showTotal(form);
}

document.addEventListener('carte:stored', showBar);
addEventListener('storage', showBar);
addEventListener('pageshow', showBar);

let sections;
chooseFulfilment();
showPrices(document);
showBar();
if (dialog) {
  sections = followSections();
  openDishes();
  measureBar();
  const shown = document.getElementById('menu').dataset.version;
  if (shown) {
    reviewBasket(Number(shown)).catch(() => {});
  }
} else {
  prepare(document.querySelector('.dish-form'));
}
