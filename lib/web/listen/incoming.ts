import { IncomingMessage } from "node:http";

/**
 * A request whose bytes are counted as they come, whatever it says of its length. What is over `limit` is not handed on:
 * the body ends there, and `onExcess` is told once.
 */
export class CountedMessage extends IncomingMessage {
  limit = Number.POSITIVE_INFINITY;
  onExcess: (() => void) | undefined;
  #received = 0;

  override push(chunk: Buffer | null, encoding?: BufferEncoding): boolean {
    if (chunk === null) return this.#isOver ? false : super.push(null);
    const wasOver = this.#isOver;
    this.#received += chunk.length;
    if (!this.#isOver) return super.push(chunk, encoding);
    if (!wasOver) {
      this.onExcess?.();
      super.push(null);
    }
    // Read on, so that the sender comes to its end and hears the answer.
    return true;
  }

  get #isOver(): boolean {
    return this.#received > this.limit;
  }
}
