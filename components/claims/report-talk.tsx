"use client";

import { Disclosure } from "#components/desk/disclosure";
import { AreaField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Badge } from "#components/ui/badge";
import { RelativeTime } from "#components/ui/relative-time";
import { hasNews, type Said } from "#lib/claims/talk/conversation";
import type { Messages } from "#lib/i18n/messages";
import type { FormAction } from "#lib/web/form";

type Props = {
  reportId: string;
  messages: readonly (Said & { id: string })[];
  /** Whether what the sender wrote last is read. */
  isRead: boolean;
  /** For those who may ask now. */
  askAction: FormAction | null;
  /** The key that opens it. */
  shortcut?: string | undefined;
  words: Messages["talk"]["desk"];
};

/** What the desk and the sender of a report said to each other, who is known by the receipt alone. */
export function ReportTalk({ reportId, messages, isRead, askAction, shortcut, words }: Props) {
  if (messages.length === 0 && !askAction) return null;
  const isAnswered = hasNews(messages);
  const isNew = isAnswered && !isRead;
  return (
    <Disclosure
      isQuiet
      open={isNew}
      shortcut={shortcut}
      title={
        <span className="flex flex-wrap items-center gap-x-3">
          {messages.length > 0 ? `${words.thread} (${messages.length})` : words.open}
          {isNew ? <Badge tone="azurite">{words.news}</Badge> : null}
          {askAction && messages.length > 0 && !isAnswered ? (
            <Badge tone="outline">{words.waiting}</Badge>
          ) : null}
        </span>
      }
    >
      {messages.length > 0 ? (
        <ol className="mb-4 space-y-3">
          {messages.map(({ id, author, text, at }) => (
            <li key={id} className="border-line border-s-2 ps-3">
              <p className="flex flex-wrap gap-x-3 text-ink-soft">
                <span className="font-medium">{words[author]}</span>
                <RelativeTime time={at} />
              </p>
              <p className="whitespace-pre-wrap break-words">{text}</p>
            </li>
          ))}
        </ol>
      ) : null}
      {askAction ? <AskForm action={askAction} reportId={reportId} words={words} /> : null}
    </Disclosure>
  );
}

function AskForm({ action, reportId, words }: Pick<Props, "reportId" | "words"> & { action: FormAction }) {
  const form = useForm(action, { labels: { text: words.label } });
  return (
    <Form form={form} hidden={{ reportId }} submit={words.submit} variant="secondary" done={words.done}>
      <AreaField form={form} name="text" hint={words.hint} rows={2} />
    </Form>
  );
}
