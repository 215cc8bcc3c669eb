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

/** Returns the JSON of an answer; throws a Problem, or a TypeError where nothing answers. */
export async function call(path, options = {}) {
  const response = await fetch(path, {
    ...options,
    headers: { Accept: 'application/json', ...options.headers },
  });
  const text = await response.text();
  const body = text ? JSON.parse(text) : undefined;
  if (!response.ok) {
    throw new Problem(response.status, body);
  }
  return body;
}

/** Returns a restaurant's menu, at least of this version where one is named. */
export async function menuOf(restaurantId, leastVersion) {
  const query = leastVersion ? `?min_version=${leastVersion}` : '';
  return call(`/api/v1/restaurants/${restaurantId}/menu${query}`);
}
