import { RateLimiterMemory } from "rate-limiter-flexible";

export type Counted = { count: number; resetSeconds: number };

// Bundlers may evaluate this module once per route; the process counts in one place all the same.
const shared = globalThis as { bianzhenCounters?: Map<string, RateLimiterMemory> };

/**
 * Counts by key, each from its first time for so many seconds. In the memory of this process: with several instances
 * each counts what comes to it.
 */
export function counter(name: string, seconds: number) {
  shared.bianzhenCounters ??= new Map();
  const limiter =
    shared.bianzhenCounters.get(name) ??
    new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: seconds });
  shared.bianzhenCounters.set(name, limiter);
  return {
    async add(key: string): Promise<Counted> {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(key);
      return { count: consumedPoints, resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
    },
    count: async (key: string): Promise<number> => (await limiter.get(key))?.consumedPoints ?? 0,
    /** Counts as one from now for the whole time. */
    restart: async (key: string): Promise<void> => void (await limiter.set(key, 1, seconds)),
  };
}
