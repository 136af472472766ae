import { getMessages } from "next-intl/server";
import { verdicts } from "#lib/investigation/vocabulary";
import { type CheckAction, CheckForm } from "./check-form.tsx";
import type { Badges } from "./match-list.tsx";
import { VerdictBadge } from "./verdict-badge.tsx";

/** The verdicts, drawn here so that the browser needs neither their words nor their pictures. */
export const drawBadges = () =>
  Object.fromEntries(
    verdicts.map((verdict) => [verdict, <VerdictBadge key={verdict} verdict={verdict} />]),
  ) as Badges;

/** The box for a message, in the reader's language. */
export async function CheckSection({ action }: { action: CheckAction }) {
  const { public: words } = await getMessages();
  return <CheckForm action={action} words={words.check} badges={drawBadges()} />;
}
