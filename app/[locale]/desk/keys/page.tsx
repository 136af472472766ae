import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeysPage } from "#components/keys/keys-page";
import { can, canEverywhere } from "#lib/access/can";
import { listKeys } from "#lib/members/list-keys";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("keys"))("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ revoked?: string }> }) {
  const actor = await requireActor("key.list");
  const { revoked } = await searchParams;
  return (
    <KeysPage
      members={await listKeys(actor)}
      isWholeNetwork={canEverywhere(actor, "key.list")}
      mayManage={can(actor, "key.manage")}
      wasRevoked={revoked !== undefined}
    />
  );
}
