"use client";

import { Bell } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { canPush, subscribeBrowser } from "#components/ui/browser-push.ts";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { Messages } from "#lib/i18n/messages";

type Props = {
  pushKey: string;
  words: Messages["talk"]["follow"];
  isOn: boolean;
  subscribe: (subscription: string) => void;
  hasMail: boolean;
};

const never = () => () => {};

/** Lets the browser show notifications, where it can; before scripts have loaded there is nothing here. */
export function PushButton({ pushKey, words, isOn, subscribe, hasMail }: Props) {
  const isSupported = useSyncExternalStore(never, canPush, () => false);
  const [trouble, setTrouble] = useState<"denied" | "failed" | "stopped" | null>(null);
  if (!isSupported) return null;
  const { push } = words;
  const start = async () => {
    setTrouble(null);
    try {
      const subscription = await subscribeBrowser(pushKey);
      if (!subscription) return setTrouble("denied");
      subscribe(JSON.stringify(subscription));
    } catch {
      setTrouble("failed");
    }
  };
  const stop = async () => {
    const registration = await navigator.serviceWorker.getRegistration("/sw.js");
    await (await registration?.pushManager.getSubscription())?.unsubscribe();
    setTrouble("stopped");
  };
  const isRunning = isOn && trouble !== "stopped";
  return (
    <div className="space-y-3">
      {hasMail ? <p className="text-ink-soft">{words.or}</p> : null}
      <p>
        <span className="block font-semibold">{push.label}</span>
        <span className="text-ink-soft text-sm">{push.hint}</span>
      </p>
      {isRunning ? <Notice tone="success">{push.on}</Notice> : null}
      {trouble ? (
        <Notice tone={trouble === "stopped" ? "info" : "warning"} live="status">
          {push[trouble]}
        </Notice>
      ) : null}
      <Button variant="secondary" onClick={isRunning ? stop : start}>
        <Bell aria-hidden />
        {isRunning ? push.stop : push.submit}
      </Button>
    </div>
  );
}
