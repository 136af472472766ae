"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { queueViews } from "#components/claims/queue-href.ts";
import { Dialog } from "#components/ui/dialog";
import { useLanguage } from "#components/ui/language";
import { localePath } from "#lib/i18n/paths";

type Props = {
  places: readonly { href: string; label: string }[];
  canSearchClaims: boolean;
  onClose: () => void;
};

const item =
  "flex min-h-11 cursor-pointer items-center rounded px-3 data-[selected=true]:bg-azurite-wash data-[selected=true]:text-azurite";
const group =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:text-ink-soft [&_[cmdk-group-heading]]:text-sm";

/** Jumps to a page, a view of the queue or a claim by its number. */
export function CommandPalette({ places, canSearchClaims, onClose }: Props) {
  const t = useTranslations("desk.keys.palette");
  const views = useTranslations("desk.queue.views");
  const { locale } = useLanguage();
  const { push } = useRouter();
  const [text, setText] = useState("");
  const number = /^#?(\d{1,9})$/.exec(text.trim())?.[1];
  const go = (href: string) => () => {
    onClose();
    push(localePath(href, locale));
  };
  return (
    <Dialog open onOpenChange={onClose} title={t("title")}>
      <Command label={t("title")} loop>
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={t("placeholder")}
          className="block min-h-11 w-full rounded border border-line-strong bg-surface px-3 py-2"
        />
        <Command.List aria-label={t("results")} className="mt-2 max-h-[50dvh] overflow-y-auto">
          <Command.Empty className="px-3 py-4 text-ink-soft">{t("empty")}</Command.Empty>
          {number ? (
            <Command.Item
              forceMount
              value={`#${number}`}
              onSelect={go(`/desk/claims/${number}`)}
              className={item}
            >
              {t("claim", { number })}
            </Command.Item>
          ) : null}
          {canSearchClaims && text.trim() && !number ? (
            <Command.Item
              forceMount
              value={`? ${text}`}
              onSelect={go(`/desk/queue?${new URLSearchParams({ view: "all", q: text.trim() })}`)}
              className={item}
            >
              {t("search", { text: text.trim() })}
            </Command.Item>
          ) : null}
          <Command.Group heading={t("places")} className={group}>
            {places.map(({ href, label }) => (
              <Command.Item key={href} value={label} keywords={[href]} onSelect={go(href)} className={item}>
                {label}
              </Command.Item>
            ))}
          </Command.Group>
          {canSearchClaims ? (
            <Command.Group heading={t("views")} className={group}>
              {queueViews.map((view) => (
                <Command.Item
                  key={view}
                  value={views(view)}
                  keywords={[view]}
                  onSelect={go(`/desk/queue?view=${view}`)}
                  className={item}
                >
                  {views(view)}
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
        </Command.List>
      </Command>
    </Dialog>
  );
}
