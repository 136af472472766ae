"use client";

import { type ComponentType, createContext, type ReactNode, use } from "react";
import type { Messages } from "#lib/i18n/messages";
import type { First } from "#lib/web/form";

/** What happened, what was kept and what to do. */
type Told = { title?: string; detail: string };

/** What a form says of itself. Readers' forms bring their own words: their pages carry no message formatter. */
export type FormWords = {
  /** What is wrong with a field, by `name.code` or by its code; `invalid` stands for every other. */
  problems: Readonly<Record<string, string>> & { invalid: string };
  /** Said under the title of the summary: nothing is lost. */
  nothingLost?: string;
  /** Why a form was not taken up, by the code of the refusal or the reason of the outcome; `other` for every other. */
  refusals: Readonly<Record<string, Told>> & { other: Told };
};

type Words = FormWords &
  Partial<Pick<Messages["form"], "kept" | "signIn" | "problem">> & {
    /** Tells whose decision was there first, where a form came too late. */
    First?: ComponentType<{ first: First }>;
  };

const Context = createContext<Words | undefined>(undefined);

/** Gives the forms inside it their words; a form may have some of its own. */
export function FormWordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <Context value={words}>{children}</Context>;
}

/** What is wrong with a field; of a code with a number, as in `short:9`, the words have the number in them. */
export function wordProblem(problems: FormWords["problems"], name: string, code: string): string {
  const [kind = "", count] = code.split(":");
  const words = problems[`${name}.${kind}`] ?? problems[kind] ?? problems.invalid;
  return count === undefined ? words : words.replace("{count}", count);
}

/** Words of one form alone, besides those that all share. */
export type OwnWords = {
  problems?: Readonly<Record<string, string>>;
  nothingLost?: string;
  refusals?: Readonly<Record<string, Told>>;
};

export function useFormWords(own?: OwnWords): Words {
  const shared = use(Context);
  const { invalid, ...problems } = { ...shared?.problems, ...own?.problems };
  const { other, ...refusals } = { ...shared?.refusals, ...own?.refusals };
  if (invalid === undefined || other === undefined)
    throw new Error("A form has no words: FormWordsProvider is missing above it.");
  return { ...shared, ...own, problems: { ...problems, invalid }, refusals: { ...refusals, other } };
}
