import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeyPage } from "#components/keys/key-page";
import { RevokeKeyForm } from "#components/keys/revoke-key-form";
import { RotateKeyForm } from "#components/keys/rotate-key-form";
import { loadKey } from "#lib/members/load-key";
import { config } from "#lib/platform/config";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { revokeKeyAction, rotateKeyAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("keys"))("manage") };
}

export default async function Page({ params }: { params: Promise<{ keyId: string }> }) {
  const actor = await requireActor("key.manage");
  const { keyId } = await params;
  const { key } = await orPageError(loadKey(actor, keyId));
  const about = { keyId: key.id, hint: key.hint };
  return (
    <KeyPage
      apiKey={key}
      rotateForm={
        <RotateKeyForm
          {...about}
          action={rotateKeyAction}
          isLive={key.state === "live"}
          siteUrl={config.SITE_URL}
        />
      }
      revokeForm={<RevokeKeyForm {...about} action={revokeKeyAction} />}
    />
  );
}
