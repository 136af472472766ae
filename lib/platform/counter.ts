import { RateLimiterMemory } from "rate-limiter-flexible";
import { once } from "./once.ts";

export type Counted = { count: number; resetSeconds: number };

const limiters = once("counters", () => new Map<string, RateLimiterMemory>());

/**
 * Counts by key, each from its first time for so many seconds. In the memory of this process: with several instances
 * each counts what comes to it.
 */
export function counter(name: string, seconds: number) {
  const limiter =
    limiters.get(name) ?? new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: seconds });
  limiters.set(name, limiter);
  return {
    /** Adds a whole number. */
    async add(key: string, points = 1): Promise<Counted> {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(key, points);
      return { count: consumedPoints, resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
    },
    count: async (key: string): Promise<number> => (await limiter.get(key))?.consumedPoints ?? 0,
    /** Counts as one from now for the whole time. */
    restart: async (key: string): Promise<void> => void (await limiter.set(key, 1, seconds)),
  };
}
