import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CreateKeyForm } from "#components/keys/create-key-form";
import { NewKeyPage } from "#components/keys/new-key-page";
import { KEYS_PER_MEMBER } from "#lib/members/key-room";
import { listChoicesFor } from "#lib/members/queries";
import { config } from "#lib/platform/config";
import { requireActor } from "#lib/web/next/session";
import { createKeyAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("keys"))("create") };
}

export default async function Page() {
  const actor = await requireActor("key.manage");
  const members = await listChoicesFor(actor, "key.manage");
  const [first] = members;
  return (
    <NewKeyPage limit={KEYS_PER_MEMBER}>
      <CreateKeyForm
        action={createKeyAction}
        members={members}
        memberId={first?.id ?? ""}
        siteUrl={config.SITE_URL}
      />
    </NewKeyPage>
  );
}
