import { randomUUID } from "node:crypto";
import { z } from "zod";
import { refuse, until } from "./until.ts";

/** A report that was acknowledged by one of the servers: with this receipt, this text and perhaps this file, exactly once. */
export type Acknowledged = { server: string; text: string; receipt: string; uploadId: string | null };

const receiptSchema = z.object({ receipt: z.string() });
const uploadSchema = z.object({ id: z.string() });
const PDF = "%PDF-1.4\n%%EOF";
const characters = 4_000;

/** Words that nobody has ever said, so that they repeat nothing. */
const babble = (length: number): string =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(Math.random() * characters))).join("");

/**
 * Citizens who report one thing after the other until they are told to stop, and send again what was not answered, each thing
 * under its own key, to whichever server is there; files go where they are kept. The ledger is outside of what is killed.
 */
export function startCitizens({ url, other }: { url: string; other: string }, count: number) {
  const ledger: Acknowledged[] = [];
  let going = true;

  async function report(): Promise<void> {
    const text = `听说${babble(30)}`;
    const key = randomUUID();
    const uploadId = Math.random() < 0.2 ? await until(upload) : null;
    const body = JSON.stringify({ text, ...(uploadId && { uploadIds: [uploadId] }) });
    const headers = { "content-type": "application/json", "idempotency-key": key };
    const acknowledged = await until(async () => {
      const server = uploadId === null && Math.random() < 0.5 ? other : url;
      const answer = await fetch(`${server}/api/v1/reports`, { method: "POST", headers, body });
      if (answer.status !== 201) return refuse(answer);
      return { server, ...receiptSchema.parse(await answer.json()) };
    });
    ledger.push({ ...acknowledged, text, uploadId: uploadId?.split(".")[0] ?? null });
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
