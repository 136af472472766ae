import type { ClaimStatus } from "#lib/claims/status";

type Named = { status: ClaimStatus; wording: string; debunk: { title: string } | null };

/** How a claim is called to strangers; before it is accepted its wording may be what a citizen wrote, and nobody is told it. */
export const publicNameOf = ({ status, wording, debunk }: Named): string =>
  debunk?.title ?? (status === "received" ? "" : wording);
