import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Assignments } from "#components/routing/assignments";
import { canEverywhere } from "#lib/access/can";
import { listMembers } from "#lib/members/queries";
import { decodeCursor } from "#lib/platform/cursor";
import { listAssignments } from "#lib/routing/queries";
import { assignmentFilterSchema } from "#lib/routing/schema";
import { requireActor } from "#lib/web/next/session";
import { acceptAction, handOverAction, returnAction } from "../claims/[claimId]/actions.ts";
import { assignmentPermits } from "../claims/[claimId]/permits.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editorial.assignments"))("title") };
}

export default async function AssignmentsPage({ searchParams }: { searchParams: Promise<object> }) {
  const actor = await requireActor("assignment.list");
  const { data: filter } = assignmentFilterSchema.safeParse(await searchParams);
  if (!filter || (filter.cursor && !decodeCursor(filter.cursor))) notFound();
  const { items, nextCursor } = await listAssignments(actor, filter);
  const rows = items.map((row) => ({ ...row, permits: assignmentPermits(actor, row) }));
  const members = rows.some(({ permits }) => permits.handOver) ? await listMembers() : [];
  return (
    <Assignments
      filter={filter}
      page={{ items: rows, nextCursor }}
      members={members.map(({ id, zh, en, kind }) => ({ id, zh, en, kind }))}
      isWholeNetwork={canEverywhere(actor, "assignment.list")}
      actions={{ acceptAction, handOverAction, returnAction }}
    />
  );
}
