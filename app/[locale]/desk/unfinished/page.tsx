import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnfinishedPage } from "#components/audit/unfinished-page";
import { can } from "#lib/access/can";
import { listUnfinished } from "#lib/desk/list-unfinished";
import { requireActor } from "#lib/web/next/session";
import { retryLettersAction, retryReactionsAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.unfinished"))("title") };
}

export default async function Page() {
  const actor = await requireActor("reaction.list");
  const actions = { reactions: retryReactionsAction, letters: retryLettersAction };
  return (
    <UnfinishedPage
      unfinished={await listUnfinished(actor)}
      actions={can(actor, "reaction.retry") ? actions : null}
    />
  );
}
