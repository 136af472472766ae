import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

/** A report that was acknowledged: with this receipt, this text and perhaps this file, exactly once. */
export type Acknowledged = { text: string; receipt: string; uploadId: string | null };

const receiptSchema = z.object({ receipt: z.string() });
const uploadSchema = z.object({ id: z.string() });
const PDF = "%PDF-1.4\n%%EOF";
const characters = 4_000;

/** Words that nobody has ever said, so that they repeat nothing. */
const babble = (length: number): string =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(Math.random() * characters))).join("");

/**
 * Citizens who report one thing after the other until they are told to stop, and send again what was not answered, each thing
 * under its own key. The ledger is outside of what is killed.
 */
export function startCitizens(url: string, count: number) {
  const ledger: Acknowledged[] = [];
  let going = true;

  async function report(): Promise<void> {
    const text = `听说${babble(30)}`;
    const key = randomUUID();
    const uploadId = Math.random() < 0.2 ? await until(upload) : null;
    const body = JSON.stringify({ text, ...(uploadId && { uploadIds: [uploadId] }) });
    const headers = { "content-type": "application/json", "idempotency-key": key };
    const { receipt } = await until(async () => {
      const answer = await fetch(`${url}/api/v1/reports`, { method: "POST", headers, body });
      return answer.status === 201 ? receiptSchema.parse(await answer.json()) : refuse(answer);
    });
    ledger.push({ text, receipt, uploadId: uploadId?.split(".")[0] ?? null });
  }

  async function upload(): Promise<string> {
    const body = new FormData();
    body.append("file", new File([PDF], "a.pdf", { type: "application/pdf" }));
    const answer = await fetch(`${url}/api/v1/uploads`, { method: "POST", body });
    return answer.status === 201 ? uploadSchema.parse(await answer.json()).id : refuse(answer);
  }

  const citizens = Array.from({ length: count }, async () => {
    while (going) await report();
  });
  return {
    ledger,
    /** Waits for what is under way. */
    async stop(): Promise<void> {
      going = false;
      await Promise.all(citizens);
    },
  };
}

/** What is not there, or not just now, is asked again; what is refused for good is a fault. */
async function until<Result>(ask: () => Promise<Result>): Promise<Result> {
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

async function refuse(answer: Response): Promise<never> {
  const words = `${answer.status} ${await answer.text()}`;
  if (answer.status < 500 && answer.status !== 429) throw new Refused(words);
  throw new Error(words);
}
