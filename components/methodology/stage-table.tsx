import { useTranslations } from "next-intl";
import { Table } from "#components/ui/table";
import { claimMoves, claimStatuses } from "#lib/claims/status";

/** Every state of a claim and where it may go from there; nothing else is possible. */
export function StageTable() {
  const t = useTranslations("public.methodology.stages");
  const labels = useTranslations("labels.claimStatus");
  return (
    <Table caption={t("caption")} hideCaption dense>
      <thead>
        <tr>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("next")}</th>
        </tr>
      </thead>
      <tbody>
        {claimStatuses.map((status) => (
          <tr key={status}>
            <th scope="row" className="whitespace-nowrap">
              {labels(status)}
            </th>
            <td>{claimMoves[status].map((next) => labels(next)).join(t("separator")) || t("end")}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
