"use client";

import type { ReactNode } from "react";
import { AreaField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { Messages } from "#lib/i18n/messages";
import { TEXT_LIMIT } from "#lib/platform/text";
import type { FormAction } from "#lib/web/form";

type Outcome = { ok: true } | { ok: false; reason: "UNKNOWN_RECEIPT" | "CLAIM_ENDED" | "TOO_MANY" };
export type ReplyAction = FormAction<Outcome>;

type Words = Messages["talk"]["track"];

type Props = {
  action: ReplyAction;
  words: Words;
  /** Whether the desk waits for an answer. */
  isAsked: boolean;
  /** Folded away until it is wanted. */
  isFolded: boolean;
  /** What was said so far. */
  children: ReactNode;
};

/** The conversation with the desk and the form that adds to it; what is typed stays until it has arrived. */
export function TrackTalk({ action, words, isAsked, isFolded, children }: Props) {
  const form = useForm(action, {
    id: "talk",
    labels: { text: isAsked ? words.answer : words.add },
    words: {
      problems: words.problems,
      nothingLost: words.kept,
      refusals: {
        UNKNOWN_RECEIPT: { detail: words.gone },
        CLAIM_ENDED: { detail: words.ended },
        TOO_MANY: { detail: words.tooMany },
        other: { detail: words.refused },
      },
    },
  });
  const talk = (
    <Form
      form={form}
      submit={words.submit}
      variant={isAsked ? "primary" : "secondary"}
      size="md"
      done={words.sent}
    >
      <AreaField form={form} name="text" hint={words.hint} limit={TEXT_LIMIT} />
    </Form>
  );
  if (!isFolded) {
    return (
      <>
        {children}
        {talk}
      </>
    );
  }
  return (
    <details open={form.isSent || undefined}>
      <summary className="font-semibold">{words.add}</summary>
      <div className="mt-3 space-y-4">
        {children}
        {talk}
      </div>
    </details>
  );
}
