import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FirstStepsPage } from "#components/desk/first-steps-page";
import { listFirstSteps } from "#lib/desk/first-steps";
import { firstWork } from "#lib/desk/places";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.firstSteps"))("title") };
}

export default async function Page() {
  const actor = await requireActor("steps.read");
  return <FirstStepsPage steps={await listFirstSteps(actor)} onward={firstWork(actor)} />;
}
