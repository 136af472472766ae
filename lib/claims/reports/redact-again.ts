import { isDeepStrictEqual } from "node:util";
import { isPublished } from "#lib/claims/status";
import { now } from "#lib/platform/clock";
import type { connect } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { type Redactions, redact, redactUrl, sumRedactions } from "#lib/wording/redaction";

/** A client of the owner of the database: the application may not change what citizens wrote. */
type Owner = ReturnType<typeof connect>;

type Texts = Record<string, string | null | string[]>;
type Stored = { id: string; texts: Texts };

const PAGE = 500;

/** How to read the stored texts of each kind, in the order of their ids. */
const readers = {
  report: async (owner, page) =>
    (await owner.report.findMany({ ...page, select: { id: true, text: true, note: true, urls: true } })).map(
      ({ id, ...texts }) => ({ id, texts }),
    ),
  message: async (owner, page) =>
    (await owner.reportMessage.findMany({ ...page, select: { id: true, text: true } })).map(
      ({ id, ...texts }) => ({ id, texts }),
    ),
  picture: async (owner, { where: { id }, take }) =>
    (
      await owner.uploadText.findMany({
        where: id ? { uploadId: id } : {},
        orderBy: { uploadId: "asc" },
        take,
        select: { uploadId: true, text: true },
      })
    ).map(({ uploadId, ...texts }) => ({ id: uploadId, texts })),
  claim: async (owner, page) =>
    (await owner.claim.findMany({ ...page, select: { id: true, wording: true } })).map(
      ({ id, ...texts }) => ({ id, texts }),
    ),
  "former-wording": async (owner, page) =>
    (await owner.formerWording.findMany({ ...page, select: { id: true, wording: true } })).map(
      ({ id, ...texts }) => ({ id, texts }),
    ),
} satisfies Record<string, (owner: Owner, page: Page) => Promise<Stored[]>>;

type Page = { where: { id?: { gt: string } }; orderBy: { id: "asc" }; take: number };
type Kind = keyof typeof readers;

export type RedactedAgain = {
  /** How many texts of each kind hold a detail that today's rules know. */
  found: Record<Kind, number>;
  /** The numbers of published claims among them: their notices may show it, and are corrected by people. */
  published: number[];
};

/**
 * Reads every stored text again by today's rules, and takes out what they find where `write` says so. What is redacted
 * already stays as it is, so that it may run as often as one likes.
 */
export async function redactAgain(owner: Owner, { write }: { write: boolean }): Promise<RedactedAgain> {
  const found = { report: 0, message: 0, picture: 0, claim: 0, "former-wording": 0 };
  const claims: string[] = [];
  for (const kind of Object.keys(readers) as Kind[]) {
    for await (const { id, texts } of everyText(owner, kind)) {
      const redacted = redactTexts(texts);
      if (isDeepStrictEqual(redacted.texts, texts)) continue;
      found[kind] += 1;
      if (kind === "claim") claims.push(id);
      if (write) await replace(owner, kind, id, redacted);
    }
  }
  const concerned = await owner.claim.findMany({
    where: { id: { in: claims } },
    orderBy: { number: "asc" },
    select: { number: true, status: true },
  });
  return {
    found,
    published: concerned.filter(({ status }) => isPublished(status)).map(({ number }) => number),
  };
}

async function* everyText(owner: Owner, kind: Kind): AsyncGenerator<Stored> {
  let after: string | undefined;
  do {
    const where = after === undefined ? {} : { id: { gt: after } };
    const rows: Stored[] = await readers[kind](owner, { where, orderBy: { id: "asc" }, take: PAGE });
    yield* rows;
    after = rows.at(-1)?.id;
  } while (after !== undefined);
}

function redactTexts(texts: Texts): { texts: Texts; removed: Redactions } {
  const all: Redactions[] = [];
  const keep = ({ text, redactions }: ReturnType<typeof redact>) => {
    all.push(redactions);
    return text;
  };
  const redactOne = (value: Texts[string]) => {
    if (value === null) return null;
    return Array.isArray(value) ? value.map((url) => keep(redactUrl(url))) : keep(redact(value));
  };
  const redacted = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, redactOne(value)]));
  return { texts: redacted, removed: sumRedactions(all) };
}

async function replace(
  owner: Owner,
  kind: Kind,
  id: string,
  { texts, removed }: ReturnType<typeof redactTexts>,
): Promise<void> {
  await owner.$executeRaw`SELECT redact_stored(${kind}, ${id}::uuid, ${texts}::jsonb, ${removed}::jsonb, ${now()},
    ${newId()}::uuid, ${newId()}::uuid)`;
}
