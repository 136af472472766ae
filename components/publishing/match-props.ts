import type { ReactNode } from "react";
import type { Match } from "#lib/answers/match-schema";
import type { Messages } from "#lib/i18n/messages";
import type { Verdict } from "#lib/investigation/vocabulary";
import type { Asking } from "./asking.tsx";

/** The verdicts as the server drew them, for lists that are made in the browser. */
export type Badges = Record<Verdict, ReactNode>;

export type MatchListProps = {
  matches: readonly Match[];
  /** What was asked, to show which of its words were found. */
  text: string;
  words: Messages["public"]["match"];
  badges: Badges;
  asking: Asking;
  /** "Not this one", where something can be hidden. */
  notThis?: ((match: Match) => ReactNode) | undefined;
};
