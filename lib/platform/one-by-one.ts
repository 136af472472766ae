import { log } from "./log.ts";

/**
 * Does some work for each item in turn; one that fails keeps none of the others from its turn.
 * @throws in the end, naming what failed and saying no more: whoever stores the error would store the values of a row.
 */
export async function oneByOne<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const failed: string[] = [];
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      failed.push(nameOf(item));
      log.error({ err: error, failed: nameOf(item) }, "failed; the others go on, and it will be tried again");
    }
  }
  if (failed.length > 0) throw new Error(`failed: ${failed.slice(0, 20).join(", ")}`);
}
