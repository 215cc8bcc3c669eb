// Puts a changed menu in the place of the one that is shown, dish by dish: what has not changed stays as it is, with
// the scroll position, the focus and what is open.
import { words } from './words.js';
import { showConnection } from './shell.js';
import { openStream } from './stream.js';

const live = document.getElementById('live');
const announcement = document.querySelector('[data-announce]');

// As the server sent them: what scripts have done to them since does not count as a change.
let sent = new Map();
let wanted = 0;

function remember(menu) {
  sent = new Map();
  for (const dish of menu.querySelectorAll('[data-key]')) {
    sent.set(dish.dataset.key, dish.outerHTML);
  }
}

function outline(menu) {
  const copy = menu.cloneNode(true);
  for (const dish of copy.querySelectorAll('[data-key]')) {
    dish.replaceChildren();
    dish.removeAttribute('class');
  }
  for (const tab of copy.querySelectorAll('.menu-tabs a')) {
    tab.removeAttribute('aria-current');
  }
  copy.removeAttribute('data-version');
  return copy.innerHTML;
}

function keepFocus(work) {
  const focused = document.activeElement?.id;
  work();
  if (focused && document.activeElement?.id !== focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

function changedKeys(next) {
  return [...next.querySelectorAll('[data-key]')]
    .filter((dish) => sent.get(dish.dataset.key) !== dish.outerHTML)
    .map((dish) => dish.dataset.key);
}

function replaceMenu(shown, next, keys) {
  keepFocus(() => {
    if (outline(shown) === outline(next)) {
      for (const key of keys) {
        const old = shown.querySelector(`[data-key="${key}"]`);
        old.replaceWith(document.importNode(next.querySelector(`[data-key="${key}"]`), true));
      }
    } else {
      shown.replaceChildren(...document.importNode(next, true).childNodes);
    }
    shown.dataset.version = next.dataset.version ?? '';
  });
}

function highlight(shown, keys) {
  const names = [];
  for (const key of keys) {
    const dish = shown.querySelector(`[data-key="${key}"]`);
    dish.classList.add('changed');
    dish.addEventListener('animationend', () => dish.classList.remove('changed'), { once: true });
    names.push(dish.querySelector('.dish-link').textContent);
  }
  if (names.length > 0) {
    announcement.textContent = words('changed', names.slice(0, 5).join(', '));
  }
}

function show(html) {
  const next = new DOMParser().parseFromString(html, 'text/html').getElementById('menu');
  const shown = document.getElementById('menu');
  if (!next || !next.dataset.version
      || Number(next.dataset.version) < Number(shown.dataset.version || 0)) {
    return;
  }
  const keys = changedKeys(next);
  replaceMenu(shown, next, keys);
  remember(next);
  highlight(shown, keys);
  document.dispatchEvent(new CustomEvent('carte:menu-changed', {
    detail: { version: Number(next.dataset.version), keys },
  }));
}

let soon;
function refresh(after) {
  clearTimeout(soon);
  soon = setTimeout(() => window.htmx.trigger(live, 'carte:refresh'), after);
}

// The page says that it looks again by itself where there is no menu.
function lookAgain() {
  if (document.querySelector('[data-menu-missing]')) {
    refresh(3000);
  }
}

function versionOf(trigger) {
  try {
    return Number(JSON.parse(trigger?.detail?.data).version) || 0;
  } catch {
    return 0;
  }
}

if (live) {
  remember(document.getElementById('menu'));
  window.htmx.createEventSource = openStream;

  live.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.elt === live) {
      wanted = Math.max(wanted, versionOf(event.detail.triggeringEvent));
      if (wanted > 0) {
        event.detail.parameters.min_version = wanted;
      }
    }
  });
  live.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.elt !== live) {
      return;
    }
    if (event.detail.successful) {
      show(event.detail.xhr.responseText);
      lookAgain();
    } else {
      // The version is on its way, or somebody is away for a moment.
      refresh(1500);
    }
  });
  // What was missed while the connection was lost is not told again.
  let lost = false;
  function found() {
    showConnection('live');
    if (lost) {
      lost = false;
      refresh(0);
    }
  }
  function missed() {
    lost = true;
    showConnection('lost');
  }
  let open = false;
  live.addEventListener('htmx:sseOpen', () => {
    open = true;
    found();
  });
  live.addEventListener('htmx:sseError', () => {
    open = false;
    missed();
  });
  // A telephone knows at once that it has no network; the stream notices much later.
  addEventListener('offline', missed);
  addEventListener('online', () => {
    if (open) {
      found();
    }
  });
  lookAgain();
  // Dishes come and go with the time of day, of which no event tells.
  let hiddenAt = 0;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      hiddenAt = Date.now();
    } else if (Date.now() - hiddenAt > 30_000) {
      refresh(0);
    }
  });
  setInterval(() => {
    if (!document.hidden) {
      refresh(0);
    }
  }, 300_000);
}
