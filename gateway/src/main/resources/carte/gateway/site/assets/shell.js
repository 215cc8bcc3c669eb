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

// There before anything is said: what comes together with its first words is not read out.
const toasts = Object.assign(document.createElement('div'), { className: 'toasts' });
toasts.setAttribute('role', 'status');
document.body.append(toasts);

/** Shows a message for a while, with something to do about it where there is. */
export function toast(text, action) {
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
  toasts.replaceChildren(message);
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

// A telephone knows at once that it has no network; a stream notices much later.
addEventListener('offline', () => showConnection('lost'));
