import type { Shot, Shots } from "./fire.ts";
import type { Reference } from "./references.ts";
import { type Promises, type Result, resultOf } from "./result.ts";
import { alternate, type Server } from "./rounds.ts";
import type { Site } from "./site.ts";

/** What every measurement needs, and where its results go. */
export type Stage = {
  /** A site for each size, smallest first. */
  sites: ReadonlyMap<number, Site>;
  /** The bare server of the same run. */
  reference: Reference;
  rounds: number;
  seconds: number;
  postgresPid: number;
  countStatements(databaseUrl: string, request: () => Promise<unknown>): Promise<number>;
  report(result: Result): void;
};

/** The site with the most, and how many those are. */
export function largest({ sites }: Stage): { size: number; site: Site } {
  const last = [...sites].at(-1);
  if (!last) throw new Error("there is no site to measure");
  return { size: last[0], site: last[1] };
}

type Side<Of extends Server> = { server: Of; shots: Shots };

export type Comparison = {
  what: string;
  against: string;
  size: number;
  connections: number;
  reference: Side<Server>;
  target: Side<Site>;
  promises?: Promises;
  after?: () => Promise<unknown>;
  /** What takes long is measured for twice as long. */
  isSlow?: boolean;
  /** A worker at work sends statements too, which cannot be told apart. */
  countsStatements?: boolean;
  /** The share of answers that said what was asked for, once all are there. */
  filled?: () => number;
};

/** Measures one thing against its reference, once everything is warm. */
export async function compare(stage: Stage, comparison: Comparison): Promise<void> {
  const { what, against, size, connections, reference, target, promises, after, filled } = comparison;
  const { countsStatements = true, isSlow = false } = comparison;
  await ask(target);
  const queries = countsStatements
    ? await stage.countStatements(target.server.databaseUrl, () => ask(target))
    : null;
  const settings = { ...stage, seconds: stage.seconds * (isSlow ? 2 : 1) };
  const pairs = await alternate({ ...reference, connections }, { ...target, connections }, settings, after);
  const subject = { what, against, size, queries, filled: filled?.() };
  stage.report(resultOf({ ...subject, ...(promises && { promises }) }, pairs));
}

/** One request as the load makes it; returns what was answered. @throws when it was refused or redirected */
export async function ask({ server, shots }: Side<Server>): Promise<string> {
  const shot = typeof shots === "function" ? shots() : shots[0];
  if (!shot) throw new Error("nothing to ask");
  const answer = await fetch(server.url + shot.path, { ...initOf(shot), redirect: "manual" });
  if (!answer.ok) throw new Error(`${shot.path} answers ${answer.status}`);
  return answer.text();
}

const initOf = ({ method = "GET", headers = {}, body }: Shot): RequestInit => ({
  method,
  headers,
  ...(body !== undefined && { body }),
});
