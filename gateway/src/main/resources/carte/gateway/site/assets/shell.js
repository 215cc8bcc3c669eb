// What all customers' pages have: how much is in the basket, and short messages.
import { basket, countOf } from './store.js';
import { words } from './words.js';

function showCount() {
  const count = countOf(basket());
  for (const badge of document.querySelectorAll('[data-basket-count]')) {
    badge.hidden = count === 0;
    badge.textContent = String(count);
  }
}

document.addEventListener('carte:stored', showCount);
addEventListener('storage', showCount);
addEventListener('pageshow', showCount);
showCount();

// Another country has other cities and cuisines.
for (const select of document.querySelectorAll('[data-reload]')) {
  select.addEventListener('change', (event) => {
    event.stopPropagation();
    location.assign(`/restaurants?country=${encodeURIComponent(select.value)}`);
  });
}

/** Shows a message for a while, with something to do about it where there is. */
export function toast(text, action) {
  let region = document.querySelector('.toasts');
  if (!region) {
    region = document.createElement('div');
    region.className = 'toasts';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  const message = document.createElement('div');
  message.className = 'toast';
  message.append(Object.assign(document.createElement('span'), { textContent: text }));
  if (action) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button', className: 'button compact', textContent: action.text,
    });
    button.addEventListener('click', () => {
      message.remove();
      action.run();
    });
    message.append(button);
  }
  region.replaceChildren(message);
  setTimeout(() => message.remove(), action ? 8000 : 4000);
}

/** Says whether what is shown is what there is. */
export function showConnection(state) {
  for (const line of document.querySelectorAll('[data-live]')) {
    line.hidden = false;
    if (line.dataset.state !== state) {
      line.dataset.state = state;
      line.textContent = words(state);
    }
  }
}
