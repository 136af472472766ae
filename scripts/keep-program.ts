import type { ChildProcess } from "node:child_process";
import { startNode, stop } from "./child.ts";
import { backOff } from "./retry.ts";

type Program = {
  name: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  /** What the first of them is started with besides. */
  firstArgs?: readonly string[];
  /** Told when it ends before it was settled: then it is not started again. */
  fail: (reason: string) => void;
};

/** Runs a program of Node that serves, and starts it again when it ends without being told to, as often as that takes. */
export function keepProgram({ name, args, env, firstArgs = [], fail }: Program) {
  const wait = backOff();
  let isSettled = false;
  let stopping = false;
  let laterArgs: readonly string[] = [];
  let child = run([...args, ...firstArgs]);

  function run(words: readonly string[]): ChildProcess {
    const started = startNode(words, env);
    started.once("exit", (code, signal) => void (stopping || onEnd(String(signal ?? code))));
    return started;
  }

  async function onEnd(how: string): Promise<void> {
    if (!isSettled) return fail(`The ${name} ended unexpectedly (${how}); stopping everything.`);
    console.error(`The ${name} ended unexpectedly (${how}); starting it again.`);
    await wait();
    if (!stopping) child = run([...args, ...laterArgs]);
  }

  return {
    /** The first one. */
    child,
    /** From now on it is started again, with what is known by now besides. */
    settle: (...words: readonly string[]) => {
      isSettled = true;
      laterArgs = words;
    },
    async stop() {
      stopping = true;
      await stop(child);
    },
  };
}
