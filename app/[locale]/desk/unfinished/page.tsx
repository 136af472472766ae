import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnfinishedPage } from "#components/audit/unfinished-page";
import { can } from "#lib/access/can";
import { listGivenUp } from "#lib/audit/queries";
import { requireActor } from "#lib/web/next/session";
import { retryReactionsAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.unfinished"))("title") };
}

export default async function Page() {
  const actor = await requireActor("reaction.list");
  const action = can(actor, "reaction.retry") ? retryReactionsAction : null;
  return <UnfinishedPage {...(await listGivenUp(actor))} action={action} />;
}
