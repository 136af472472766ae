import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AlertBell } from "#components/alerts/alert-bell";
import { DeskHeader } from "#components/desk/desk-header";
import { LiveDesk } from "#components/desk/live-desk";
import { Shortcuts } from "#components/desk/shortcuts";
import { UndoToasts } from "#components/desk/undo-toasts";
import { ClientMessages } from "#components/site/client-messages";
import { DemoBanner } from "#components/site/demo-banner";
import { PendingPage } from "#components/ui/pending-page";
import { countUnread } from "#lib/alerts/queries";
import { deskPlaces } from "#lib/desk/places";
import { mapMemberNames } from "#lib/members/queries";
import { config } from "#lib/platform/config";
import { liveBuild } from "#lib/web/live/page-facts";
import { findActor } from "#lib/web/next/session";
import { findAnythingAction, signOutAction } from "./actions.ts";

/** The desk knows who looks at it: no page of it is ever rendered ahead or kept. */
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return {
    title: { default: t("title"), template: `%s · ${t("title")}` },
    robots: { index: false },
    // Nobody finds it or shares it.
    description: null,
    applicationName: null,
    openGraph: null,
  };
}

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations();
  const actor = await findActor();
  const places = actor ? deskPlaces(actor) : [];
  const links = places.map(({ name, href }) => ({ href, label: t(`desk.nav.${name}`) }));
  const page = (
    <>
      <DeskHeader
        words={{
          skip: t("common.skipToContent"),
          title: t("desk.title"),
          nav: t("desk.nav.label"),
          menu: t("common.nav.menu"),
          more: t("desk.nav.more"),
          elder: t("common.elder.label"),
          elderHint: t("common.elder.hint"),
          language: t("common.language.switch"),
          who: t("desk.who.label"),
          signOut: t("common.actions.signOut"),
        }}
        siteName={config.SITE_NAME ?? t("common.siteName")}
        links={links}
        signOutAction={signOutAction}
        bell={actor ? <AlertBell unread={await countUnread(actor)} /> : null}
        who={actor ? { name: actor.name, posts: await postsOf(actor.grants) } : null}
      />
      <UndoToasts label={t("desk.undo.label")}>
        <main id="main" tabIndex={-1} className="desk-width flex-1 pt-5 pb-16">
          {children}
        </main>
      </UndoToasts>
    </>
  );
  return (
    <NextIntlClientProvider messages={{}}>
      <ClientMessages areas={["alerts.bell", "desk.keys", "desk.live", "desk.queue.views", "labels.role"]}>
        <PendingPage label={t("desk.opening")}>
          <div className="flex min-h-dvh flex-col">
            <DemoBanner show={config.DEMO_BANNER} width="desk-width" />
            {actor ? (
              <LiveDesk key={actor.userId} build={liveBuild()}>
                {page}
              </LiveDesk>
            ) : (
              page
            )}
            {actor ? (
              <Shortcuts
                places={links}
                findAction={places.some(({ name }) => name === "queue") ? findAnythingAction : null}
              />
            ) : null}
          </div>
        </PendingPage>
      </ClientMessages>
    </NextIntlClientProvider>
  );
}

type Grants = NonNullable<Awaited<ReturnType<typeof findActor>>>["grants"];

/** What a person is at which member, in words. */
async function postsOf(grants: Grants): Promise<string[]> {
  const t = await getTranslations("labels.role");
  const isEnglish = (await getLocale()) === "en";
  const members = await mapMemberNames();
  const nameOf = (id: string) => {
    const member = members.get(id);
    return (isEnglish ? member?.en : member?.zh) ?? id;
  };
  return [...new Set(grants.map(({ memberId }) => memberId))].map((memberId) => {
    const roles = grants.filter((grant) => grant.memberId === memberId).map(({ role }) => t(role));
    return `${roles.join(isEnglish ? ", " : "、")} · ${nameOf(memberId)}`;
  });
}
