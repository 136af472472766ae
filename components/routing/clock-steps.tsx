import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { DateTime } from "#components/ui/date-time";
import type { ClockSteps, Foretold } from "#lib/routing/foretell";

/** Who was told that nobody has answered, and who is told next if nobody does. */
export function ClockStepsList({
  steps,
  ofWork = false,
}: {
  steps: readonly ClockSteps[];
  ofWork?: boolean;
}) {
  const t = useTranslations("desk.clocks");
  return steps.map(({ id, kind, told, ahead }) => {
    const name = ofWork && kind === "verdict" ? "work" : kind;
    return told.length + ahead.length > 0 ? (
      <div key={id} className="text-sm">
        {told.length > 0 ? <Lines title={t(`told.${name}`)} lines={told} /> : null}
        {ahead.length > 0 ? <Lines title={t(`ahead.${name}`)} lines={ahead} /> : null}
      </div>
    ) : null;
  });
}

function Lines({ title, lines }: { title: string; lines: readonly Foretold[] }) {
  const t = useTranslations("desk.clocks.level");
  const nameOf = useLocalName();
  return (
    <>
      <p className="text-ink-soft">{title}</p>
      <ol className="ps-4">
        {lines.map(({ level, at, to }) => (
          <li key={level}>
            <DateTime time={at} className="tabular-nums" /> → {t(`${level}`, { member: nameOf(to) })}
          </li>
        ))}
      </ol>
    </>
  );
}
