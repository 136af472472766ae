import { UPLOADS_PER_REPORT } from "#lib/files/media";
import { findUpload } from "#lib/files/upload-queries";
import { defaultLocale, locales } from "#lib/i18n/locale";
import { localePath } from "#lib/i18n/paths";
import type { Stretch } from "#lib/wording/lines";

/** The ids that an address may carry; without the cookie of their sender they are worth nothing. */
const idsIn = (given: readonly string[]): string[] =>
  [...new Set(given)].filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, UPLOADS_PER_REPORT);

/**
 * The files that an address names for a report, as far as they are this browser's, the words that were read in them, which
 * of these with doubt, and whether some are still to be read.
 */
export async function reportFiles(given: string | readonly string[] | undefined, owner: string | undefined) {
  const found = await Promise.all(idsIn([given ?? []].flat()).map((id) => findUpload(id, owner)));
  const files = found.flatMap((file) => file ?? []);
  let text = "";
  const doubts: Stretch[] = [];
  for (const file of files) {
    if (!file.text) continue;
    if (text !== "") text += "\n";
    const before = text.length;
    doubts.push(
      ...(file.doubts ?? []).map(({ start, end }) => ({ start: before + start, end: before + end })),
    );
    text += file.text;
  }
  const isUnread = files.some(({ reading }) => reading === "waiting");
  return { ids: files.map(({ id }) => id), text, doubts, isUnread };
}

export type ReportFiles = Awaited<ReturnType<typeof reportFiles>>;

/** Where a form without scripts leads after a file: to the report with all of them, or to the next try. */
export function fileLink(asked: string | null, given: readonly string[]) {
  const locale = locales.find((known) => known === asked) ?? defaultLocale;
  const to = (path: string, ids: readonly string[], problem?: string) => {
    const query = new URLSearchParams(idsIn(ids).map((id) => ["file", id]));
    if (problem) query.set("problem", problem);
    return `${localePath(path, locale)}${query.size > 0 ? `?${query}` : ""}`;
  };
  return {
    report: (id: string) => to("/report", [...given, id]),
    again: (problem: string) => to("/report/file", given, problem),
  };
}
