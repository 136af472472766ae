import DataLoader from "dataloader";
import { once } from "./once.ts";

/** How long things are gathered, in milliseconds, and how many of them at most. */
const WITHIN = 25;
const MOST = 200;

/**
 * Writes together what comes at nearly the same time: one statement instead of hundreds. Each caller hears when its own is
 * written. `name` is that of the gathering in this process.
 */
export const gather =
  <Item>(name: string, write: (items: readonly Item[]) => Promise<unknown>) =>
  async (item: Item): Promise<void> => {
    const loader = once(
      name,
      () =>
        new DataLoader<Item, true>((items) => write(items).then(() => items.map(() => true)), {
          cache: false,
          maxBatchSize: MOST,
          batchScheduleFn: (run) => setTimeout(run, WITHIN),
        }),
    );
    await loader.load(item);
  };
