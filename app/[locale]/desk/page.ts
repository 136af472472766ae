import { getLocale } from "next-intl/server";
import { findFirstSteps } from "#lib/desk/first-steps";
import { firstWork } from "#lib/desk/places";
import { redirect } from "#lib/web/next/navigation";
import { requireActor } from "#lib/web/next/session";

export default async function DeskPage() {
  const actor = await requireActor("desk.enter");
  const href = (await findFirstSteps(actor)) ? "/desk/first-steps" : firstWork(actor);
  redirect({ href, locale: await getLocale() });
}
