import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { SegmentedNav } from "#components/ui/segmented-nav";
import type { FormAction } from "#lib/access/action-state";
import type { DeliveryRow } from "#lib/distribution/queries";
import type { ReceiveOutcome } from "#lib/distribution/receive-delivery";
import type { DeliveryFilter } from "#lib/distribution/schema";
import { DeliveryCard } from "./delivery-card.tsx";

type Props = {
  filter: DeliveryFilter;
  page: { items: readonly (DeliveryRow & { mayReceive: boolean })[]; nextCursor: string | null };
  siteUrl: string;
  action: FormAction<ReceiveOutcome>;
};

const states = ["waiting", "all"] as const;
const hrefOf = (state: string, cursor?: string) =>
  `/desk/deliveries?${new URLSearchParams({ state, ...(cursor && { cursor }) })}`;

/** What was published for a member to take over, newest first. */
export function Deliveries({ filter, page, siteUrl, action }: Props) {
  const t = useTranslations("editorial.deliveries");
  const showsMember = new Set(page.items.map(({ endpoint }) => endpoint.member.id)).size > 1;
  const isWaiting = filter.state === "waiting";
  return (
    <div className="mx-auto max-w-4xl space-y-5 elder:max-w-none">
      <header>
        <h1 className="font-serif text-2xl sm:text-3xl">{t("title")}</h1>
        <p className="mt-1 text-ink-soft">{t("leadMember")}</p>
      </header>
      <SegmentedNav
        label={t("views")}
        items={states.map((state) => ({
          href: hrefOf(state),
          label: t(state),
          current: state === filter.state,
        }))}
      />
      {page.items.length === 0 ? (
        <EmptyState title={t(isWaiting ? "emptyWaiting" : "empty")}>
          {t(isWaiting ? "emptyWaitingText" : "emptyText")}
        </EmptyState>
      ) : (
        page.items.map(({ mayReceive, ...row }) => (
          <DeliveryCard
            key={row.id}
            row={row}
            siteUrl={siteUrl}
            showsMember={showsMember}
            mayReceive={mayReceive}
            action={action}
          />
        ))
      )}
      <Pagination
        newer={filter.cursor ? hrefOf(filter.state) : undefined}
        older={page.nextCursor ? hrefOf(filter.state, page.nextCursor) : undefined}
      />
    </div>
  );
}
