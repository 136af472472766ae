import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";
import { type AppErrorCode, appErrorStatus } from "#lib/platform/errors";
import { once } from "#lib/platform/once";
import { RETRY_AFTER_SECONDS } from "./problem.ts";

type Said = { code: AppErrorCode | null; retryAfter: string };

const answers = () => once("answers to forms", () => new AsyncLocalStorage<Said>());

/** What a program that sent a form, or a proxy in between, has to learn from the status alone: that it may come again later. */
const passing: readonly AppErrorCode[] = ["RATE_LIMITED", "UNAVAILABLE", "BUSY", "FULL"];

/** Has the form in hand answered with the status of a refusal that passes. The framework itself answers every form with 200. */
export function refuseForNow(code: AppErrorCode, headers: Readonly<Record<string, string>> = {}): void {
  const said = answers().getStore();
  if (!said || !passing.includes(code)) return;
  said.code = code;
  said.retryAfter = headers["Retry-After"] ?? String(RETRY_AFTER_SECONDS);
}

/** Runs whatever answers a form; the page that it answers with stays, with the status that `refuseForNow` gave it meanwhile. */
export function withStatus(response: ServerResponse, run: () => Promise<void>): Promise<void> {
  const said: Said = { code: null, retryAfter: "" };
  const { writeHead } = response;
  response.writeHead = ((status: number, ...rest: []) => {
    if (said.code === null || status !== 200) return writeHead.call(response, status, ...rest);
    response.setHeader("Retry-After", said.retryAfter);
    return writeHead.call(response, appErrorStatus[said.code], ...rest);
  }) as typeof writeHead;
  return answers().run(said, run);
}
