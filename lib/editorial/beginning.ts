import type { Verdict } from "#lib/investigation/vocabulary";
import type { DraftContent } from "./status.ts";

type Found = {
  claim: { wording: string };
  finding: { verdict: Verdict; keyPoints: readonly string[]; howWeKnow: string } | undefined;
  /** The organisations that were asked for a reply. */
  asked: readonly string[];
};

/** The text that a writer starts from: the claim as it is worded, and what the verifier found. */
export function beginningOf({ claim, finding, asked }: Found): DraftContent {
  const points = finding?.keyPoints ?? [];
  return {
    title: "",
    titleEn: "",
    verdict: finding?.verdict ?? "unproven",
    summary: "",
    claimed: claim.wording,
    points: (points.length > 0 ? points : [""]).map((text) => ({ text, evidenceIds: [] })),
    advice: "",
    howWeKnow: finding?.howWeKnow ?? "",
    organisation: asked[0] ?? "",
    criticises: false,
    noPrivatePerson: false,
  };
}
