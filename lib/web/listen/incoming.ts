import { IncomingMessage } from "node:http";

/** What parts of a body begin with, and how many of them are too many. */
export type PartLimit = { mark: string; most: number };

/**
 * A request whose bytes are counted as they come, whatever it says of its length. What is over `limit`, or has too many
 * parts, is not handed on: the body ends there, and `onExcess` is told once.
 */
export class CountedMessage extends IncomingMessage {
  limit = Number.POSITIVE_INFINITY;
  parts: PartLimit | undefined;
  onExcess: (() => void) | undefined;
  #received = 0;
  #parts = 0;
  /** The last bytes, for a mark that comes in two pieces. */
  #end = "";

  override push(chunk: Buffer | null, encoding?: BufferEncoding): boolean {
    if (chunk === null) return this.#isOver ? false : super.push(null);
    const wasOver = this.#isOver;
    this.#received += chunk.length;
    if (this.parts) this.#countParts(this.parts, chunk);
    if (!this.#isOver) return super.push(chunk, encoding);
    if (!wasOver) {
      this.onExcess?.();
      super.push(null);
    }
    // Read on, so that the sender comes to its end and hears the answer.
    return true;
  }

  #countParts({ mark }: PartLimit, chunk: Buffer): void {
    const text = this.#end + chunk.toString("latin1");
    this.#parts += text.split(mark).length - 1;
    this.#end = mark.length > 1 ? text.slice(1 - mark.length) : "";
  }

  get #isOver(): boolean {
    return this.#received > this.limit || (this.parts !== undefined && this.#parts > this.parts.most);
  }
}
