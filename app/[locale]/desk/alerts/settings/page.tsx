import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AlertSettingsPage } from "#components/alerts/settings-page";
import { loadAlertSettings } from "#lib/alerts/load-settings";
import { requireActor } from "#lib/web/next/session";
import {
  addBrowserAction,
  removeBrowserAction,
  saveAlertSettingsAction,
  testBrowserAction,
} from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("alerts.set"))("title") };
}

export default async function Page() {
  const actor = await requireActor("account.manage");
  return (
    <AlertSettingsPage
      email={actor.email}
      settings={await loadAlertSettings(actor)}
      actions={{ saveAlertSettingsAction, addBrowserAction, testBrowserAction, removeBrowserAction }}
    />
  );
}
