import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import type { EventData, EventType } from "#lib/audit/event-types";
import { type AuditNames, listAudit } from "#lib/desk/list-audit";
import { type Locale, locales } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { EventFacts } from "./event-facts.tsx";

let names: AuditNames;
let told: Map<EventType, EventData>;

beforeAll(async () => {
  const { id } = await seedClaim({ status: "assigned", topicId: "health", places: ["510722", "510725"] });
  const auditor = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "auditor" }] }));
  const log = await listAudit(auditor, {});
  names = log.names;
  told = new Map(log.rows.filter(({ claim }) => claim?.id === id).map(({ type, data }) => [type, data]));
});

/** The facts of an event as its reader sees them, one after the other. */
function facts(locale: Locale, type: EventType, data = told.get(type) ?? {}): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="Asia/Shanghai">
      <EventFacts type={type} data={data} names={names} />
    </NextIntlClientProvider>,
  );
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .replaceAll("&amp;", "&");
}

describe.each(locales)("the facts of an event in %s", (locale) => {
  const { labels } = messages[locale];
  const of = locale === "en" ? "en" : "zh";
  const words = { "zh-CN": ["医疗健康", "三台县", "梓潼县"], en: ["Health", "Santai", "Zitong"] }[locale];

  it("name the topic and the places, not their codes", () => {
    const text = facts(locale, "claim.triaged");
    for (const word of [...words, labels.urgency.P2]) expect(text).toContain(word);
    expect(text).not.toMatch(/5107\d\d/);
  });

  it("name the states that a claim went from and to", () => {
    const text = facts(locale, "claim.moved", { from: "triaged", to: "assigned" });
    const { triaged, assigned } = labels.claimStatus;
    for (const state of [triaged, assigned]) expect(text).toContain(state);
    expect(text).not.toContain(messages[locale].people.audit.key.to);
  });

  it("name the class that a claim had, and why it was kept apart", () => {
    expect(facts(locale, "claim.raised", { from: "P2", urgency: "P1" })).toContain(labels.urgency.P2);
    expect(facts(locale, "claim.quarantined", { suspicion: "flood" })).toContain(labels.suspicion.flood);
  });

  it("leave out what there is none of", () => {
    const text = facts(locale, "claim.triaged", { topic: "health", places: [], urgency: null });
    expect(text.trim()).toBe(
      `${messages[locale].people.audit.key.topic} ${names.topics.get("health")?.[of]}`,
    );
  });

  it("show what has no word as it is", () => {
    expect(facts(locale, "claim.triaged", { topic: "a-former-topic", places: ["999999"] })).toMatch(
      /a-former-topic.*999999/,
    );
  });
});
