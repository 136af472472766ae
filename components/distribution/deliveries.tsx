import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state";
import { ListPage } from "#components/ui/list-page";
import { SegmentedNav } from "#components/ui/segmented-nav";
import type { OwnPage } from "#lib/distribution/list-own-pages";
import type { DeliveryRow } from "#lib/distribution/queries";
import type { ReceiveOutcome } from "#lib/distribution/receive-delivery";
import type { DeliveryFilter } from "#lib/distribution/schema";
import { withQuery } from "#lib/i18n/paths";
import type { FormAction } from "#lib/web/form";
import { DeliveryCard } from "./delivery-card.tsx";
import { OwnPages, type PageActions } from "./own-pages.tsx";

type Props = {
  filter: DeliveryFilter;
  page: {
    items: readonly (DeliveryRow & { mayReceive: boolean; mayTell: boolean; pages: readonly OwnPage[] })[];
    nextCursor: string | null;
  };
  siteUrl: string;
  actions: { receive: FormAction<ReceiveOutcome> } & PageActions;
};

const states = ["waiting", "all"] as const;
const hrefOf = (state: DeliveryFilter["state"], cursor?: string) =>
  withQuery("/desk/deliveries", { state, cursor });

/** What was published for a member to take over, newest first. */
export function Deliveries({ filter: { state, cursor }, page, siteUrl, actions }: Props) {
  const t = useTranslations("editorial.deliveries");
  const showsMember = new Set(page.items.map(({ endpoint }) => endpoint.member.id)).size > 1;
  const empty = state === "waiting" ? "emptyWaiting" : "empty";
  return (
    <ListPage
      title={t("title")}
      intro={t("leadMember")}
      width="text"
      filter={
        <SegmentedNav
          label={t("views")}
          options={states.map((value) => ({ value, label: t(value) }))}
          chosen={state}
          hrefOf={hrefOf}
        />
      }
      empty={page.items.length === 0 && <EmptyState title={t(empty)}>{t(`${empty}Text`)}</EmptyState>}
      paging={{ cursor, next: page.nextCursor, hrefOf: (from) => hrefOf(state, from) }}
    >
      {page.items.map((row) => (
        <DeliveryCard
          key={row.id}
          row={row}
          siteUrl={siteUrl}
          showsMember={showsMember}
          action={actions.receive}
          republished={
            row.version.number === row.version.debunk.currentVersion ? (
              <OwnPages
                deliveryId={row.id}
                title={row.version.content.title}
                pages={row.pages}
                actions={row.mayTell ? actions : null}
              />
            ) : null
          }
        />
      ))}
    </ListPage>
  );
}
