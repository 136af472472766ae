"use client";

import { useTranslations } from "next-intl";
import { flushSync } from "react-dom";
import { Kbd } from "#components/ui/kbd";
import { SubmitButton } from "#components/ui/submit-button";
import type { ClaimData } from "#lib/desk/load-claim-page";
import { useLocalName } from "./local-name.ts";

/** Below the ten numbers that other suggestions bear. */
const keys = ["3", "4", "5"] as const;

type Props = { topics: ClaimData["topics"]; onChoose: (topicId: string) => void };

/** Accepts a claim of which nothing tells the topic with one of the likeliest, by one press. */
export function TopicGuesses({ topics, onChoose }: Props) {
  const t = useTranslations("desk.triage");
  const nameOf = useLocalName();
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="mb-1 font-medium text-sm">{t("acceptAs")}</legend>
      {topics.map((topic, at) => (
        <SubmitButton
          key={topic.id}
          size="sm"
          variant="secondary"
          name="topicId"
          value={topic.id}
          data-key={keys[at]}
          aria-keyshortcuts={keys[at]}
          // What follows from the topic, its usual urgency, is sent along.
          onClick={() => flushSync(() => onChoose(topic.id))}
        >
          {nameOf(topic)}
          <span aria-hidden className="ms-2">
            <Kbd>{keys[at]}</Kbd>
          </span>
        </SubmitButton>
      ))}
    </fieldset>
  );
}
