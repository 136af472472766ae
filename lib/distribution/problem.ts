/** Why a page did not count, as people are told it. */
export type PageProblem =
  | "there"
  | "older"
  | "private"
  | "redirect"
  | "gone"
  | "refused"
  | "certificate"
  | "slow"
  | "whole"
  | "kind"
  | "name"
  | "other";

const said: readonly (readonly [RegExp, PageProblem])[] = [
  [/^NOT-THERE$/, "there"],
  [/^OLDER$/, "older"],
  [/^PrivateAddress$/, "private"],
  [/^HTTP-3\d\d$/, "redirect"],
  [/^HTTP-(?:404|410)$/, "gone"],
  [/^HTTP-\d+$/, "refused"],
  [/CERT|^ERR_TLS|^ERR_SSL|^EPROTO$/, "certificate"],
  [/^TimeoutError$|^ABORT_ERR$|^ETIMEDOUT$/, "slow"],
  [/^NOT-WHOLE$/, "whole"],
  [/^NOT-A-PAGE$/, "kind"],
  [/^ENOTFOUND$|^EAI_/, "name"],
];

/** What the code of a look at a page means, and the status where a server answered with one. */
export function pageProblemOf(error: string): { problem: PageProblem; status: string } {
  const [, problem = "other"] = said.find(([code]) => code.test(error)) ?? [];
  return { problem, status: error.replace(/^HTTP-/, "") };
}
