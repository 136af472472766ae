import { newId } from "#lib/platform/id";
import { checkOf } from "./backup/kept-files.ts";
import { withClient } from "./postgres/what-is-there.ts";

/**
 * The first start on a database marks it with what its secret is known again by; every later one must bring the same, or
 * receipts, contacts and files would be closed without anybody noticing. @throws where it is another one
 */
export async function assertSameSecret(url: string, secret: Buffer | string, place: string): Promise<void> {
  const mark = await withClient(url, async (client) => {
    await client.query(
      "INSERT INTO secret_marks (id, mark, marked_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING",
      [newId(), checkOf(secret)],
    );
    const { rows } = await client.query<{ mark: string }>("SELECT mark FROM secret_marks");
    return rows[0]?.mark;
  });
  if (mark !== checkOf(secret))
    throw new Error(
      `${place} is not the secret that this database was filled with, and opens nothing in it: ` +
        "set SECRET to that one, or put its file back from a backup.",
    );
}
