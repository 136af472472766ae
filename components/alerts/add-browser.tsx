"use client";

import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useState, useSyncExternalStore } from "react";
import { Answer } from "#components/form/refusal";
import { useForm } from "#components/form/use-form.ts";
import { canPush, subscribeBrowser } from "#components/ui/browser-push.ts";
import { Button } from "#components/ui/button";
import { useLanguage } from "#components/ui/language";
import { Notice } from "#components/ui/notice";
import type { AddBrowserOutcome } from "#lib/alerts/add-browser";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction<AddBrowserOutcome>; pushKey: string };

const never = () => () => {};

/** Has this browser told at once of what is urgent; where it cannot, that is said. */
export function AddBrowser({ action, pushKey }: Props) {
  const t = useTranslations("alerts.set");
  const { locale } = useLanguage();
  const isSupported = useSyncExternalStore(never, canPush, () => false);
  const [trouble, setTrouble] = useState<"denied" | "failed" | null>(null);
  const form = useForm(action, {
    words: { refusals: { NOT_POSSIBLE: { detail: t("NOT_POSSIBLE") }, TOO_MANY: { detail: t("TOO_MANY") } } },
  });
  if (!isSupported) return <p className="text-ink-soft">{t("pushNeeds")}</p>;
  const start = async () => {
    setTrouble(null);
    try {
      const subscription = await subscribeBrowser(pushKey);
      if (!subscription) return setTrouble("denied");
      const data = new FormData();
      data.set("subscription", JSON.stringify(subscription));
      data.set("name", nameOfBrowser() ?? t("browser"));
      data.set("locale", locale);
      startTransition(() => form.send(data));
    } catch {
      setTrouble("failed");
    }
  };
  return (
    <div className="space-y-3">
      <Answer form={form} done={t("added")} />
      {trouble ? (
        <Notice tone="warning" live="status">
          {t(trouble)}
        </Notice>
      ) : null}
      <Button variant="secondary" onClick={start}>
        <Bell aria-hidden />
        {t("pushOn")}
      </Button>
    </div>
  );
}

const brands = ["Edg", "OPR", "Firefox", "Chrome", "Safari"] as const;
const systems = ["Android", "iPhone", "iPad", "Windows", "Mac", "Linux"] as const;

/** What its owner knows the browser by; null where it does not say what it is. */
function nameOfBrowser(): string | null {
  const said = navigator.userAgent;
  const brand = brands.find((name) => said.includes(`${name}/`));
  const system = systems.find((name) => said.includes(name));
  const called = brand === "Edg" ? "Edge" : brand === "OPR" ? "Opera" : brand;
  return [called, system].filter(Boolean).join(" · ") || null;
}
