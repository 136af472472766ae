import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { Notice } from "#components/ui/notice";
import type { Suspicion } from "#lib/intake/suspicion";
import type { FormAction } from "#lib/web/form";

type Props = {
  claimId: string;
  version: number;
  suspicion: Suspicion;
  /** For those who may put it into the queue. */
  action: FormAction | null;
};

/** Why the claim is not in the queue, and the way into it. */
export function KeptApart({ claimId, version, suspicion, action }: Props) {
  const t = useTranslations("guard.claim");
  const labels = useTranslations("labels.suspicion");
  return (
    <Notice tone="warning" live="off" title={t("title", { suspicion: labels(suspicion) })}>
      <p className="mb-3 text-sm leading-relaxed">{t("detail")}</p>
      {action ? (
        <PressForm
          action={action}
          version={version}
          hidden={{ claimId }}
          submit={t("release")}
          shortcut="p"
        />
      ) : null}
    </Notice>
  );
}
