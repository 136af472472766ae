"use client";

import { startTransition } from "react";
import { TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { Answer } from "#components/form/refusal";
import { useForm } from "#components/form/use-form.ts";
import { ProofOfWork } from "#components/intake/proof-of-work";
import { useLanguage } from "#components/ui/language";
import { feedHrefs } from "#lib/i18n/addresses";
import type { Messages } from "#lib/i18n/messages";
import type { FormAction } from "#lib/web/form";
import { PushButton } from "./push-button.tsx";

type Outcome = { ok: true; by: "email" | "push" } | { ok: false; reason: "NOT_FOLLOWABLE" | "NOT_POSSIBLE" };
export type FollowAction = FormAction<Outcome>;

type Words = Messages["talk"]["follow"];

type Props = {
  action: FollowAction;
  /** What the form carries besides the way to tell. */
  hidden: Readonly<Record<string, string>>;
  words: Words;
  /** Whether this site can send letters. */
  hasMail: boolean;
  /** By which the browser's push service knows this site. */
  pushKey: string;
  proofWords: Messages["guard"]["proof"];
};

/** Asks to be told by e-mail, which works without scripts, or by this browser. */
export function FollowForm({ action, hidden, words, hasMail, pushKey, proofWords }: Props) {
  const { locale } = useLanguage();
  const form = useForm(action, {
    id: "follow",
    labels: { email: words.email.label },
    words: {
      problems: words.problems,
      refusals: {
        NOT_FOLLOWABLE: { detail: words.gone },
        NOT_POSSIBLE: { detail: words.notPossible },
        other: { detail: words.refused },
      },
    },
  });
  const { outcome } = form.state;
  const by = outcome?.ok ? outcome.by : null;
  const carried = { ...hidden, locale };
  const subscribe = (subscription: string) => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...carried, subscription })) data.set(name, value);
    startTransition(() => form.send(data));
  };
  return (
    <div className="space-y-5">
      {hasMail ? (
        <Form
          form={form}
          hidden={carried}
          submit={words.email.submit}
          size="md"
          done={by === "email" ? words.sent : undefined}
        >
          <TextField
            form={form}
            name="email"
            hint={words.email.hint}
            inputMode="email"
            autoComplete="email"
            widthInHan={20}
          />
          <ProofOfWork form="follow" words={proofWords} attempt={form.state} />
        </Form>
      ) : (
        <>
          <Answer form={form} />
          <p>
            {words.none} <a href={feedHrefs.rss}>{words.feed}</a>
          </p>
        </>
      )}
      <PushButton
        pushKey={pushKey}
        words={words}
        isOn={by === "push"}
        subscribe={subscribe}
        hasMail={hasMail}
      />
      <p className="text-ink-soft text-sm leading-relaxed">{words.privacy}</p>
    </div>
  );
}
