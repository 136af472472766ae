import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { Select } from "#components/ui/select";
import type { DraftView } from "#lib/editorial/queries";

type Props = { draft: Pick<DraftView, "versions" | "kind" | "latestVersion">; against: number | null };

/** Chooses the version that the text is compared with; a plain form, so the choice is an address. */
export function CompareForm({ draft, against }: Props) {
  const t = useTranslations("editorial.review");
  const earlier = draft.versions.filter(({ number }) => number < draft.latestVersion);
  if (earlier.length === 0) return null;
  return (
    <form className="flex flex-wrap items-end gap-3">
      <div>
        <label htmlFor="against" className="block font-semibold text-sm">
          {t("against")}
        </label>
        <Select id="against" name="against" defaultValue={String(against ?? 0)} className="mt-1 min-w-60">
          <option value="0">{t("againstNone")}</option>
          {earlier.map(({ number }) => (
            <option key={number} value={number}>
              {draft.kind !== "initial" && number === 1
                ? t("againstPublished", { number })
                : t("againstVersion", { number })}
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit" variant="secondary">
        {t("show")}
      </Button>
      {against ? (
        <p className="w-full text-ink-soft text-sm">
          {t.rich("legend", {
            ins: (chunks) => <ins className="bg-malachite-wash text-malachite">{chunks}</ins>,
            del: (chunks) => <del className="bg-slate-wash text-slate">{chunks}</del>,
          })}
        </p>
      ) : null}
    </form>
  );
}
