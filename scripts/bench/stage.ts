import type { Shot } from "autocannon";
import { type Promises, type Result, resultOf } from "./result.ts";
import { alternate, type Load } from "./rounds.ts";
import type { Site } from "./site.ts";

/** What every measurement needs, and where its results go. */
export type Stage = {
  /** A site for each size, smallest first. */
  sites: ReadonlyMap<number, Site>;
  rounds: number;
  seconds: number;
  postgresPid: number;
  countStatements(databaseUrl: string, request: () => Promise<unknown>): Promise<number>;
  report(result: Result): void;
};

type Side = { site: Site; shots: readonly Shot[] };

export type Comparison = {
  what: string;
  against: string;
  size: number;
  connections: number;
  reference: Side;
  target: Side;
  promises?: Promises;
  after?: () => Promise<unknown>;
  /** A worker at work sends statements too, which cannot be told apart. */
  countsStatements?: boolean;
};

/** Measures one thing against its reference, once everything is warm. */
export async function compare(stage: Stage, comparison: Comparison): Promise<void> {
  const { what, against, size, connections, reference, target, promises, after } = comparison;
  const { countsStatements = true } = comparison;
  const load = ({ site, shots }: Side): Load => ({ url: site.url, webPid: site.pid, connections, shots });
  await ask(target);
  const queries = countsStatements
    ? await stage.countStatements(target.site.databaseUrl, () => ask(target))
    : null;
  const pairs = await alternate(load(reference), load(target), stage, after);
  stage.report(resultOf({ what, against, size, queries, ...(promises && { promises }) }, pairs));
}

/** One request as the load makes it; returns what was answered. @throws when it was refused or redirected */
export async function ask({ site, shots: [shot] }: Side): Promise<string> {
  if (!shot) throw new Error("nothing to ask");
  const { path, ...init } = shot;
  const answer = await fetch(site.url + path, { ...init, redirect: "manual" });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return answer.text();
}

/** Answers a path with just these bytes from now on. */
export async function keepBody(site: Site, body: string): Promise<void> {
  const answer = await fetch(`${site.url}/bench/body.json`, { method: "PUT", body });
  if (!answer.ok) throw new Error(`/bench/body.json answers ${answer.status}`);
}
