import type { Weights } from "./alike.ts";
import type { Likeness } from "./compare.ts";
import type { Fragment } from "./fragments.ts";
import type { Level } from "./level.ts";
import type { Told } from "./told.ts";

export type MatchKind = "debunk" | "claim" | "decision";

/**
 * What the index knows something by: a published notice, an open claim with its confirmed wordings, or a claim that the
 * desk closed with a decision for everybody.
 */
export interface Entry {
  id: string;
  kind: MatchKind;
  /** A notice has the wording of its claim beside its title; both say the same. */
  texts: { title: string; wording?: string; body?: string; aliases?: readonly string[] };
  urls?: readonly string[];
  /** The slug of its notice. */
  notice?: string | undefined;
  /** Of what is urgent because lives may be at stake. */
  isGrave?: boolean;
}

/** What is said of an entry that a question is about. */
export interface Match {
  id: string;
  kind: MatchKind;
  /** The chance that it is the same claim, 0–1. */
  score: number;
  level: Level;
  /** The stretches of the question whose words stand in the entry. */
  why: Fragment[];
}

/** What the index keeps of an entry beside its words. */
export type Known = Pick<Entry, "id" | "kind" | "isGrave"> & {
  /** How many of its titles, the first of them, were written by those who work on it. */
  own: number;
};

/** An entry that was compared with a question. */
export interface Found {
  number: number;
  likeness: Likeness;
  /** What the terms of its title say, once that was asked. */
  weights?: Weights;
}

/** An entry that resembles a question, before it is judged: what measuring and fitting look at. */
export interface Candidate extends Found {
  id: string;
  kind: MatchKind;
  rank: number;
  /** By how much it leads before the best candidate with another claim; negative behind it. */
  margin: number;
  /** Its BM25 as a share of the highest. */
  relative: number;
  told: Told;
  score: number;
}

/** A decision is about what it was made of: of what only resembles that it says nothing. */
export const canTell = ({ kind, level }: Pick<Match, "kind" | "level">): boolean =>
  kind !== "decision" || level === "same";
