import { expect, it, vi } from "vitest";
import { remember } from "./remember.ts";

it("reads once for many, and again after its time", async () => {
  const read = vi.fn(async () => [1]);
  const recall = remember("twenty milliseconds", read, 20);
  await Promise.all([recall(), recall(), recall()]);
  expect(read).toHaveBeenCalledTimes(1);
  await vi.waitFor(async () => {
    await recall();
    expect(read).toHaveBeenCalledTimes(2);
  }, 60_000);
});

it("remembers neither a failure nor an empty list", async () => {
  const read = vi
    .fn<() => Promise<number[]>>()
    .mockRejectedValueOnce(new Error("away"))
    .mockResolvedValueOnce([]);
  read.mockResolvedValue([1]);
  const recall = remember("away", read);
  await expect(recall()).rejects.toThrow("away");
  expect(await recall()).toEqual([]);
  expect(await recall()).toEqual([1]);
});
