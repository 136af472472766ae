import { Pause, Square, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { cn } from "#components/ui/cn.ts";
import { Spoken } from "#components/ui/spoken";

/** 读给我听: what the page says, read by a voice of the device where it has one for Chinese (public/reading.js). */
export function ReadAloud({ elderOnly = false }: { elderOnly?: boolean }) {
  const t = useTranslations("public.aloud");
  const [reading, paused, done, failed] = [t("reading"), t("paused"), t("done"), t("failed")];
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing is filled in here.
    <div
      role="group"
      aria-label={t("label")}
      data-acts
      data-needs="voice"
      data-print="hide"
      className={cn("flex-wrap items-center gap-3", elderOnly ? "hidden elder:flex" : "flex")}
    >
      <Button variant="secondary" size="sm" data-does="read" data-on="reading" aria-pressed={false}>
        <Volume2 aria-hidden />
        {t("read")}
      </Button>
      <span data-while hidden className="flex gap-3">
        <Button variant="secondary" size="sm" data-does="read" data-on="paused" aria-pressed={false}>
          <Pause aria-hidden />
          {t("pause")}
        </Button>
        <Button variant="secondary" size="sm" data-does="stop">
          <Square aria-hidden />
          {t("stop")}
        </Button>
      </span>
      <Spoken words={{ reading, paused, done, failed }} className="text-sm empty:-ms-3" />
    </div>
  );
}
