import type { Actor } from "#lib/access/actor";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";
import { readWhole } from "#lib/platform/storage";
import { loadFile } from "./load-file.ts";

/** A file of a report as the desk looks at it, with its blurred copies. @throws AppError NOT_FOUND, FORBIDDEN */
export async function getFile(actor: Actor, uploadId: string) {
  const { by: _, sha256, ...file } = await loadFile(actor, uploadId, "file.read");
  const copies = await db.blurredCopy.findMany({
    where: { uploadId: file.id },
    orderBy: { madeAt: "desc" },
    take: 50,
    select: { id: true, areas: true, width: true, height: true, madeAt: true, madeById: true },
  });
  const makers = await db.user.findMany({
    where: { id: { in: copies.map(({ madeById }) => madeById) } },
    select: { id: true, name: true },
  });
  const names = new Map(makers.map(({ id, name }) => [id, name]));
  return {
    ...file,
    sha256: Buffer.from(sha256).toString("hex"),
    copies: copies.map(({ madeById, ...copy }) => ({ ...copy, madeBy: names.get(madeById) ?? "" })),
  };
}

export type FileView = Awaited<ReturnType<typeof getFile>>;

/** The copy of a picture without metadata, for the desk. @throws AppError NOT_FOUND, FORBIDDEN */
export async function readCopy(actor: Actor, uploadId: string): Promise<Buffer> {
  const { id } = await loadFile(actor, uploadId, "file.read");
  const copy = await readWhole("copy", id);
  if (!copy) throw new AppError("NOT_FOUND");
  return copy;
}

/** A blurred copy, for anybody who has its address. */
export const findBlurredCopy = async (copyId: string): Promise<Buffer | null> =>
  isId(copyId) ? readWhole("blurred", copyId) : null;
