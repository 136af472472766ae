"use client";

import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLocalName } from "#components/claims/local-name.ts";
import { queueViews } from "#components/claims/queue-href.ts";
import { Dialog } from "#components/ui/dialog";
import { Kbd } from "#components/ui/kbd";
import { useLanguage } from "#components/ui/language";
import { usePendingPage } from "#components/ui/pending-page";
import type { Found } from "#lib/desk/find-anything";
import { localePath } from "#lib/i18n/paths";
import type { FormAction } from "#lib/web/form";
import { listPageActions } from "./page-actions.ts";
import { useFound } from "./use-found.ts";

type Props = {
  places: readonly { href: string; label: string }[];
  /** For those who may search the claims. */
  findAction: FormAction<Found> | null;
  onClose: () => void;
};

const item =
  "flex min-h-11 cursor-pointer items-center rounded px-3 data-[selected=true]:bg-azurite-wash data-[selected=true]:text-azurite";
const group =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:text-ink-soft [&_[cmdk-group-heading]]:text-sm";

/** Jumps to a page, a view of the queue, a claim by its words or number or a member, and does what the page offers. */
export function CommandPalette({ places, findAction, onClose }: Props) {
  const t = useTranslations("desk.keys.palette");
  const views = useTranslations("desk.queue.views");
  const { locale } = useLanguage();
  const way = usePendingPage();
  const [text, setText] = useState("");
  const number = /^#?(\d{1,9})$/.exec(text.trim())?.[1];
  const { found, isLooking } = useFound(findAction, number ? "" : text.trim());
  const [actions] = useState(listPageActions);
  const nameOf = useLocalName();
  const act = (run: () => void) => () => {
    onClose();
    // Once the window has given the focus back.
    setTimeout(run);
  };
  const go = (href: string) => () => {
    onClose();
    way?.go(localePath(href, locale));
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
          {found.claims.length + found.members.length === 0 ? (
            <Command.Empty className="px-3 py-4 text-ink-soft">
              {t(isLooking ? "searching" : "empty")}
            </Command.Empty>
          ) : null}
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
          {findAction && text.trim() && !number ? (
            <Command.Item
              forceMount
              value={`? ${text}`}
              onSelect={go(`/desk/queue?${new URLSearchParams({ view: "all", q: text.trim() })}`)}
              className={item}
            >
              {t("search", { text: text.trim() })}
            </Command.Item>
          ) : null}
          {found.claims.length > 0 ? (
            <Command.Group forceMount heading={t("claims")} className={group}>
              {found.claims.map(({ id, number: named, wording }) => (
                <Command.Item
                  key={id}
                  forceMount
                  value={`claim ${id}`}
                  onSelect={go(`/desk/claims/${id}`)}
                  className={item}
                >
                  <span className="me-2 text-ink-soft tabular-nums">#{named}</span>
                  <span lang="zh-CN" className="min-w-0 truncate">
                    {wording}
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
          {found.members.length > 0 ? (
            <Command.Group forceMount heading={t("members")} className={group}>
              {found.members.map(({ id, href, ...names }) => (
                <Command.Item key={id} forceMount value={`member ${id}`} onSelect={go(href)} className={item}>
                  {nameOf(names)}
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
          {actions.length > 0 ? (
            <Command.Group heading={t("actions")} className={group}>
              {actions.map(({ label, key, run }) => (
                <Command.Item
                  key={`${key} ${label}`}
                  value={`${label} ${key}`}
                  onSelect={act(run)}
                  className={item}
                >
                  <span className="flex-1">{label}</span>
                  <span aria-hidden>
                    <Kbd>{key}</Kbd>
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
          <Command.Group heading={t("places")} className={group}>
            {places.map(({ href, label }) => (
              <Command.Item key={href} value={label} keywords={[href]} onSelect={go(href)} className={item}>
                {label}
              </Command.Item>
            ))}
          </Command.Group>
          {findAction ? (
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
