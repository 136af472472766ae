import type { ReactNode } from "react";
import type { Badges } from "#components/publishing/match-props.ts";
import type { Match } from "#lib/answers/match-schema";
import type { Messages } from "#lib/i18n/messages";
import type { FormAction } from "#lib/web/form";

/** Not filed yet, because something is known about it that the sender may not have seen; success leads to the receipt. */
export type ReportKnown = { ok: false; reason: "KNOWN"; matches: Match[]; text: string; asked: string };
export type ReportAction = FormAction<ReportKnown>;

/** Words, lists of choices and verdicts, made on the server. */
export type ReportParts = {
  words: Messages["report"]["form"];
  proof: Messages["guard"]["proof"];
  match: Messages["public"]["match"];
  uploads: Pick<Messages["uploads"], "field" | "cover">;
  badges: Badges;
  seenOn: ReactNode;
  divisions: ReactNode;
  topics: ReactNode;
};
