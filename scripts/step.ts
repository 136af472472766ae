export const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Does one piece of the start, and says what and how long. */
export async function step<T>(title: string, run: () => Promise<T>): Promise<T> {
  const started = Date.now();
  try {
    const result = await run();
    console.log(`${title.padEnd(40)} ${seconds(started).padStart(8)}`);
    return result;
  } catch (error) {
    console.log(`${title.padEnd(40)}   failed`);
    throw error;
  }
}
