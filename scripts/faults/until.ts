import { setTimeout as pause } from "node:timers/promises";

/** What is not there, or not just now, is asked again; what is refused for good is a fault. */
export async function until<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Error && error.name === "Refused") throw error;
      await pause(100);
    }
  }
}

class Refused extends Error {
  override readonly name = "Refused";
}

/** Throws what an answer says that is none. */
export async function refuse(answer: Response): Promise<never> {
  const words = `${answer.status} ${await answer.text()}`;
  if (answer.status < 500 && answer.status !== 429) throw new Refused(words);
  throw new Error(words);
}
