import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SeenOn } from "#lib/intake/schema";

/** A known claim, what somebody asks, and what lies between them: `same`, or how the question differs. */
export type VariantCase = [known: string, asked: string, kind: string];

export interface PlainCase {
  kind: string;
  text: string;
}

export interface OutsideCase {
  id: string;
  title: string;
  body: string;
  q1: string;
  q2: string;
}

export interface DetailCase extends PlainCase {
  secret: string;
  must: boolean;
}

export interface TriageCase {
  /** `none` where nothing in the text says one. */
  topic: string;
  place: string | null;
  text: string;
  also: string[];
}

export type RouteCase = [
  name: string,
  topic: string,
  subtopic: string | null,
  places: string[],
  wording: string,
  seenOn: SeenOn[],
  leads: string[],
  writers: string[] | null,
  note?: string,
];

export interface SearchCase {
  kind: string;
  q: string;
  /** The notice of the demo that should come first; null: none in particular. */
  id: string | null;
}

interface Sent {
  text?: string;
  url?: string;
  urls?: string[];
}

export interface LinkCase {
  id: string;
  first: Sent;
  then: Sent;
  want: string;
}

export interface LinkFieldCase {
  id: string;
  links: string;
  want: string[];
}

export type Cases = Awaited<ReturnType<typeof readCases>>;

/** Reads a folder of cases; a file that is not there has none. */
export async function readCases(folder: string) {
  const read = async <File extends object>(name: string): Promise<Partial<File>> => {
    const text = await readFile(join(folder, `${name}.json`), "utf8").catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return "{}";
        throw error;
      },
    );
    return JSON.parse(text);
  };
  const rows = async <Row>(name: string) => (await read<{ rows: Row[] }>(name)).rows ?? [];
  const tried = async <Case>(name: string) => (await read<{ cases: Case[] }>(name)).cases ?? [];
  return {
    variants: await rows<VariantCase>("adversarial"),
    unmatched: await rows<PlainCase>("nomatch"),
    outside: await rows<OutsideCase>("outside-claims"),
    details: await read<{ pos: DetailCase[]; neg: PlainCase[] }>("redaction"),
    triage: await rows<TriageCase>("suggest"),
    routes: await rows<RouteCase>("routing"),
    searches: await rows<SearchCase>("search"),
    links: await tried<LinkCase>("tried-links"),
    linkFields: await tried<LinkFieldCase>("tried-links-field"),
  };
}
