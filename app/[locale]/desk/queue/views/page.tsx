import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SavedViews } from "#components/claims/saved-views";
import { readFilter, type SearchParams } from "#lib/desk/read-filter";
import { listSavedViews } from "#lib/desk/saved-views";
import { requireActor } from "#lib/web/next/session";
import { deleteViewAction, saveViewAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.savedViews"))("title") };
}

export default async function SavedViewsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor("queue.save");
  const isGiven = Object.keys(await searchParams).length > 0;
  const filter = isGiven ? await readFilter(searchParams) : null;
  return (
    <SavedViews
      filter={filter}
      saved={await listSavedViews(actor)}
      actions={{ saveViewAction, deleteViewAction }}
    />
  );
}
