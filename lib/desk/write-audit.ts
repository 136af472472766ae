import { stringify } from "csv-stringify/sync";
import type { Actor } from "#lib/access/actor";
import { eventKey } from "#lib/audit/keys";
import type { Locale } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { formatDateTime } from "#lib/i18n/time";
import type { AuditFilter } from "./audit-filter.ts";
import { wordFacts } from "./facts.ts";
import { type AuditLog, type AuditRow, listAudit } from "./list-audit.ts";

/** So many events are read at a time, however many there are. */
const PIECE = 1000;

/**
 * The audit log as a table for a spreadsheet (RFC 4180, UTF-8 with a mark that spreadsheets know it by), piece by piece, newest
 * first. What would be a formula there is made plain text.
 */
export async function* writeAudit(
  actor: Actor,
  filter: AuditFilter,
  locale: Locale,
): AsyncGenerator<Uint8Array> {
  const { column } = messages[locale].people.audit;
  const columns = Object.values(column);
  yield* piece([columns], { bom: true });
  let before = filter.before;
  for (;;) {
    const page = await listAudit(actor, { ...filter, before }, PIECE);
    yield* piece(page.rows.map((row) => cellsOf(row, page, locale)));
    if (!page.nextBefore) return;
    before = page.nextBefore;
  }
}

function* piece(rows: readonly string[][], options = {}): Generator<Uint8Array> {
  const text = stringify([...rows], { escape_formulas: true, record_delimiter: "windows", ...options });
  if (text) yield Buffer.from(text);
}

/** In the order of the columns. */
function cellsOf(row: AuditRow, { names }: AuditLog, locale: Locale): string[] {
  const words = messages[locale];
  const { audit } = words.people;
  const nameOf = ({ zh, en }: { zh: string; en: string }) => (locale === "en" ? en : zh);
  const member = names.members.get(row.actorMemberId ?? "");
  const person = names.people.get(row.actorUserId ?? "") ?? audit.unknownPerson;
  const facts = wordFacts(row.type, row.data, { names, messages: words, nameOf });
  return [
    row.seq,
    row.at.toISOString(),
    formatDateTime(row.at, locale),
    audit.event[eventKey(row.type)],
    row.actorKind === "person" ? person : audit[row.actorKind],
    row.actorRole ? words.labels.role[row.actorRole] : "",
    member ? nameOf(member) : (row.actorMemberId ?? ""),
    row.claim?.number ? `#${row.claim.number}` : "",
    row.reason ?? "",
    facts.map(({ label, words: said }) => `${label} ${said.join(words.editorial.separator)}`).join("\n"),
  ];
}
