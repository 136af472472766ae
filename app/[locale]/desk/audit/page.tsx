import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditPage } from "#components/audit/audit-page";
import { readAuditFilter } from "#lib/desk/audit-filter";
import { listAudit } from "#lib/desk/list-audit";
import { givenIn, type SearchParams } from "#lib/desk/read-filter";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.audit"))("title") };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor("audit.read");
  const asked = readAuditFilter(await givenIn(searchParams));
  if (!asked) notFound();
  return <AuditPage {...asked} log={asked.wrong.length > 0 ? null : await listAudit(actor, asked.filter)} />;
}
