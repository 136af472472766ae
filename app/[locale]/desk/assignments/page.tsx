import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "#components/desk/live-refresh.ts";
import { Assignments } from "#components/routing/assignments";
import { listWork } from "#lib/desk/list-work";
import { assignmentFilterSchema } from "#lib/routing/schema";
import { livePosition } from "#lib/web/live/page-facts";
import { requireActor } from "#lib/web/next/session";
import { acceptAction, handOverAction, returnAction, takeOverAction } from "../claims/[claimId]/actions.ts";
import { assignPersonAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editorial.assignments"))("title") };
}

export default async function AssignmentsPage({ searchParams }: { searchParams: Promise<object> }) {
  const actor = await requireActor("assignment.list");
  const { data: filter } = assignmentFilterSchema.safeParse(await searchParams);
  if (!filter) notFound();
  const [since, work] = [livePosition(), await listWork(actor, filter)];
  return (
    <>
      <Assignments
        {...work}
        actions={{ acceptAction, assignPersonAction, handOverAction, returnAction, takeOverAction }}
      />
      <LiveRefresh since={since} types={["assignment.", "clock.", "claim.", "route."]} />
    </>
  );
}
