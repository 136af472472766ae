import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditPage } from "#components/audit/audit-page";
import { auditFilterSchema } from "#lib/audit/queries";
import { listAudit } from "#lib/desk/list-audit";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.audit"))("title") };
}

type Props = { searchParams: Promise<{ type?: string; before?: string }> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor("audit.read");
  const { type, before } = await searchParams;
  const { data: filter } = auditFilterSchema.safeParse({ type: type || undefined, before });
  if (!filter) notFound();
  return <AuditPage filter={filter} {...(await listAudit(actor, filter))} />;
}
