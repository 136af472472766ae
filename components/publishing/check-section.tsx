import { getMessages } from "next-intl/server";
import { verdicts } from "#lib/investigation/vocabulary";
import type { AskAction } from "./asking.tsx";
import { CheckForm } from "./check-form.tsx";
import type { CheckAction } from "./check-outcome.ts";
import type { Badges } from "./match-props.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

/** The verdicts, drawn here so that the browser needs neither their words nor their pictures. */
export const drawBadges = () =>
  Object.fromEntries(
    verdicts.map((verdict) => [verdict, <VerdictBadge key={verdict} verdict={verdict} />]),
  ) as Badges;

/** The box for a message, in the reader's language. */
export async function CheckSection({ check, ask }: { check: CheckAction; ask: AskAction }) {
  const { public: words, uploads } = await getMessages();
  return (
    <CheckForm
      check={check}
      ask={ask}
      words={{
        check: words.check,
        match: words.match,
        uploads: { field: uploads.field, cover: uploads.cover },
      }}
      badges={drawBadges()}
    />
  );
}
