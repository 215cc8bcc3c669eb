// Streams of events are there while somebody looks: a browser has six connections to a site for
// all its tabs, and each stream is one.
export const UNSEEN_MILLIS = 60_000;

/**
 * Opens a stream. One that nobody has looked at for a while is closed, and tells by an `error`,
 * once somebody looks again, that it wants to be opened anew.
 */
export function openStream(address) {
  const source = new EventSource(address);
  let timer;
  let left = false;
  function look() {
    clearTimeout(timer);
    if (document.hidden) {
      timer = setTimeout(leave, UNSEEN_MILLIS);
    } else if (source.readyState === EventSource.CLOSED) {
      document.removeEventListener('visibilitychange', look);
      if (left) {
        source.dispatchEvent(new Event('error'));
      }
    }
  }
  function leave() {
    left = source.readyState !== EventSource.CLOSED;
    source.close();
  }
  document.addEventListener('visibilitychange', look);
  look();
  return source;
}
