import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnswerTexts } from "#components/claims/answer-texts";
import { loadAnswers } from "#lib/desk/load-answers";
import { requireActor } from "#lib/web/next/session";
import { rewordAnswerAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.answers"))("title") };
}

export default async function Page() {
  const actor = await requireActor("claim.close");
  return <AnswerTexts answers={await loadAnswers(actor)} action={rewordAnswerAction} />;
}
