import { useFormatter, useTranslations } from "next-intl";
import { Table } from "#components/ui/table";

type Row = { name: string; decided: number; accepted: number };
type Props = { caption: string; head: string; rows: readonly Row[] };

/** Of what was decided, how much was right: as figures, and as a bar beside them. */
export function PrecisionTable({ caption, head, rows }: Props) {
  const t = useTranslations("matching.page");
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="text-end">
            {t("decided")}
          </th>
          <th scope="col" className="text-end">
            {t("accepted")}
          </th>
          <th scope="col" className="w-2/5">
            {t("precision")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, decided, accepted }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="text-end">{decided}</td>
            <td className="text-end">{accepted}</td>
            <td>{decided > 0 ? <Bar share={accepted / decided} /> : t("none")}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Bar({ share }: { share: number }) {
  const format = useFormatter();
  return (
    <span className="flex items-center gap-3">
      <span className="w-14 shrink-0 text-end">
        {format.number(share, { style: "percent", maximumFractionDigits: 1 })}
      </span>
      <span aria-hidden className="h-3 flex-1 rounded-sm bg-sunken">
        <span className="block h-3 rounded-sm bg-azurite" style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  );
}
