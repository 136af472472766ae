const key = Symbol.for("bianzhen.once");
const scope = globalThis as { [key]?: Map<string, unknown> };
scope[key] ??= new Map();
const states = scope[key];

/**
 * A state of this process, made by whoever asks first: pools, caches, counters, whatever there may be one of. Next's
 * bundle and plain Node each load `lib` for themselves, a bundler even once a route; by its name all of them find the same.
 */
export function once<State>(name: string, make: () => State): State {
  if (!states.has(name)) states.set(name, make());
  return states.get(name) as State;
}
