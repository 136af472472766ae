import { AsyncLocalStorage } from "node:async_hooks";
import { clock } from "./clock.ts";
import { once } from "./once.ts";

type Telling = { moment?: Date; isHistory?: boolean };

const telling = once("telling", () => new AsyncLocalStorage<Telling>());
clock.setTime = () => telling.getStore()?.moment;

/** Runs something as if it were another moment, which stands still; nothing else that runs meanwhile notices. */
export const at = <Result>(moment: Date, run: () => Result): Result =>
  telling.run({ ...telling.getStore(), moment }, run);

/** Runs something whose events only tell what happened: nobody reacts to them, now or later. */
export const withoutReactions = <Result>(run: () => Result): Result =>
  telling.run({ ...telling.getStore(), isHistory: true }, run);

/** Whether what is running just now only tells what happened. */
export const isHistory = (): boolean => telling.getStore()?.isHistory ?? false;
