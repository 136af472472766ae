import type { NewEvent } from "#lib/audit/record-event";
import { minutes, now } from "#lib/platform/clock";
import type { SideState } from "./status.ts";

/** What a claim shows beside its state, and since when. */
export type Side = { sideState: SideState | null; sideSince: Date | null };

export const sideSelect = { sideState: true, sideSince: true } as const;

/** The columns of a claim that has no side state. */
export const noSide = { sideState: null, sideReason: null, sideSince: null } as const;

/** How the end of a wait for evidence is told; nothing where there was none. */
export function waitEnded({ sideState, sideSince }: Side): Pick<NewEvent, "type" | "data"> | null {
  if (sideState !== "waiting-evidence" || !sideSince) return null;
  const waited = now().getTime() - sideSince.getTime();
  return { type: "claim.resumed", data: { waitedMinutes: Math.round(waited / minutes(1)) } };
}
