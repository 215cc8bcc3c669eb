// The public API, as any client of it would call it.

/** An answer that tells a problem. */
export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail ?? `status ${status}`);
    this.status = status;
    this.body = body ?? {};
    this.kind = String(this.body.type ?? '').split(':').pop();
  }
}

/**
 * Returns the JSON of an answer. Throws a Problem, whatever its body is, and anything else where
 * there is no whole answer.
 */
export async function call(path, options = {}) {
  const response = await fetch(path, {
    ...options,
    headers: { Accept: 'application/json', ...options.headers },
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Problem(response.status, problemIn(text));
  }
  return text ? JSON.parse(text) : undefined;
}

// What stands between here and the API answers with pages of its own.
function problemIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns a restaurant's menu, at least of this version where one is named. */
export async function menuOf(restaurantId, leastVersion) {
  const query = leastVersion ? `?min_version=${leastVersion}` : '';
  return call(`/api/v1/restaurants/${restaurantId}/menu${query}`);
}
