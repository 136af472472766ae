import { useTranslations } from "next-intl";
import { ReadAloud } from "#components/site/read-aloud";
import { Table } from "#components/ui/table";
import type { Length, retention } from "#lib/retention";

type Kept = typeof retention;

/** What is kept of people for how long, by the table by which it is swept. */
export function Privacy({ kept }: { kept: Kept }) {
  const t = useTranslations("public.privacy");
  const say = (length: Length | undefined) =>
    length ? t(`units.${length.unit}`, { count: length.count }) : "";
  return (
    <>
      <div className="prose-notice mb-6">
        <h1 className="font-serif text-3xl">{t("title")}</h1>
        <ReadAloud elderOnly />
        <p className="text-lg">{t("lead")}</p>
      </div>
      <Table caption={t("caption")} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("length")}</th>
            <th scope="col">{t("why")}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(kept) as (keyof Kept)[]).map((name) => {
            const [first, second, third] = kept[name].lengths.map(say);
            const lengths = { first: first ?? "", second: second ?? "", third: third ?? "" };
            return (
              <tr key={name}>
                <th scope="row">{t(`items.${name}.what`)}</th>
                <td>{t(`items.${name}.length`, lengths)}</td>
                <td>{t(`items.${name}.why`)}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <div className="prose-notice mt-4">
        <p>{t("forGood")}</p>
        <p>{t("evidence")}</p>
        <p>{t("widgets")}</p>
        <p>{t("never")}</p>
      </div>
    </>
  );
}
