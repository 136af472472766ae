import type { Challenge, Solution } from "altcha-lib";
import { apiHref } from "#lib/i18n/addresses";
import type { ProofForm } from "#lib/intake/proof";
import { now } from "#lib/platform/clock";

export type SolvedProof = { proof: string; expiresInMs: number };

const PATIENCE = 90_000;

/** Gets a task for a form and solves it beside the page, which goes on answering its reader. */
export async function solveProof(form: ProofForm, signal: AbortSignal): Promise<SolvedProof> {
  const response = await fetch(apiHref("/challenge", { form }), { cache: "no-store", signal });
  if (!response.ok) throw new Error(`no challenge: ${response.status}`);
  const challenge: Challenge = await response.json();
  const solution = await solve(challenge, signal);
  const expiresAt = (challenge.parameters.expiresAt ?? 0) * 1000;
  return { proof: btoa(JSON.stringify({ challenge, solution })), expiresInMs: expiresAt - now().getTime() };
}

function solve(challenge: Challenge, signal: AbortSignal): Promise<Solution> {
  const worker = new Worker(new URL("./proof-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Solution>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    worker.addEventListener("error", () => reject(new Error("the worker failed")));
    worker.addEventListener("message", ({ data }: MessageEvent<Solution | { error: unknown } | null>) => {
      if (data && "derivedKey" in data) resolve(data);
      else reject(new Error("not solved"));
    });
    worker.postMessage({ type: "work", challenge, counterStart: 0, counterStep: 1, timeout: PATIENCE });
  }).finally(() => worker.terminate());
}
