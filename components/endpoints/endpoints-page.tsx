import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLocalName } from "#components/claims/local-name.ts";
import { Badge, type BadgeTone } from "#components/ui/badge";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { ListPage } from "#components/ui/list-page";
import { Notice } from "#components/ui/notice";
import { RelativeTime } from "#components/ui/relative-time";
import type { EndpointRow, MemberEndpoints } from "#lib/distribution/list-endpoints";

type Props = {
  members: readonly MemberEndpoints[];
  /** Whether the reader sees the whole network. */
  isWholeNetwork: boolean;
  mayManage: boolean;
  /** Whether a mail server is set. */
  hasMail: boolean;
  wasRemoved: boolean;
};

/** Where members have publications sent, to their own systems or by mail, of the whole network or of one's own member. */
export function EndpointsPage({ members, isWholeNetwork, mayManage, hasMail, wasRemoved }: Props) {
  const t = useTranslations("endpoints");
  const isEmpty = members.every(({ endpoints }) => endpoints.length === 0);
  const create = mayManage ? (
    <div className="flex flex-wrap gap-3">
      <ButtonLink href="/desk/endpoints/new">{t("create")}</ButtonLink>
      {hasMail ? (
        <ButtonLink href="/desk/endpoints/new/digest" variant="secondary">
          {t("digest.create")}
        </ButtonLink>
      ) : null}
    </div>
  ) : null;
  return (
    <ListPage
      title={t("title")}
      intro={t(isWholeNetwork ? "leadAll" : "leadOwn")}
      width="table"
      actions={isEmpty ? null : create}
      filter={wasRemoved ? <Notice tone="success">{t("removed")}</Notice> : null}
      empty={
        isEmpty && (
          <EmptyState title={t("empty")} action={create}>
            {t("emptyText")}
          </EmptyState>
        )
      }
    >
      {members.map((member) => (
        <OfMember key={member.id} member={member} />
      ))}
    </ListPage>
  );
}

function OfMember({ member }: { member: MemberEndpoints }) {
  const t = useTranslations("endpoints");
  const nameOf = useLocalName();
  return (
    <section className="space-y-3">
      <h2 className="text-lg">{nameOf(member)}</h2>
      {member.endpoints.length === 0 ? (
        <p className="text-ink-soft">{t("nothing")}</p>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {member.endpoints.map((endpoint) => (
            <li key={endpoint.id} className="py-3">
              <Item endpoint={endpoint} mayManage={member.mayManage} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type State = "on" | "unconfirmed" | "unused" | "failing" | "paused" | "gone" | "stopped";

const tones: Record<State, BadgeTone> = {
  on: "malachite",
  unconfirmed: "ochre",
  unused: "outline",
  failing: "vermilion",
  paused: "ochre",
  gone: "outline",
  stopped: "outline",
};

function stateOf({
  disabledBecause,
  kind,
  disabledAt,
  confirmedAt,
  pausedAt,
  failingSince,
  lastSentAt,
}: EndpointRow): State {
  if (disabledAt) return disabledBecause === "stopped" ? "stopped" : "gone";
  if (kind === "email" && !confirmedAt) return "unconfirmed";
  if (pausedAt) return "paused";
  if (failingSince) return "failing";
  return lastSentAt ? "on" : "unused";
}

function Item({ endpoint, mayManage }: { endpoint: EndpointRow; mayManage: boolean }) {
  const t = useTranslations("endpoints");
  const { id, name, kind, host, email, lastSentAt, waiting, givenUp, failingSince, asksForRotation } =
    endpoint;
  const state = stateOf(endpoint);
  return (
    <article className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-base">
          <span className="min-w-0 break-words">{name}</span>
          <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
          {asksForRotation ? <Badge tone="ochre">{t("asksForRotation")}</Badge> : null}
        </h3>
        {mayManage ? (
          <Link
            href={`/desk/endpoints/${id}`}
            data-row
            aria-label={t("manageOf", { name })}
            className="flex min-h-11 items-center"
          >
            {t("manage")}
          </Link>
        ) : null}
      </div>
      {asksForRotation ? <p className="text-sm">{t("asksForRotationText")}</p> : null}
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 text-sm sm:grid-cols-[2fr_1.5fr_1fr_1fr_1.5fr] elder:grid-cols-1">
        <Fact term={t(kind === "email" ? "digest.email" : "host")}>
          {kind === "email" ? (
            <span className="break-all">{email ?? t("digest.forgotten")}</span>
          ) : (
            <code className="break-all">{host}</code>
          )}
        </Fact>
        <Fact term={t("lastSent")}>{lastSentAt ? <RelativeTime time={lastSentAt} /> : t("never")}</Fact>
        <Fact term={t("waiting")}>{waiting}</Fact>
        <Fact term={t("givenUp")}>{givenUp}</Fact>
        {failingSince ? (
          <Fact term={t("failingSince")}>
            <RelativeTime time={failingSince} />
          </Fact>
        ) : null}
      </dl>
    </article>
  );
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-ink-soft">{term}</dt>
    <dd>{children}</dd>
  </div>
);
