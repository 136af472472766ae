/** What the tar library writes into. */
type Sink = {
  readonly destroyed: boolean;
  write(piece: Uint8Array): boolean;
  end(last: null): unknown;
  on(event: "drain" | "close", go: () => void): unknown;
  off(event: "drain" | "close", go: () => void): unknown;
};

/** Writes piece after piece, no faster than they are taken; whoever destroyed the sink knows why it is not taken. */
export async function pour(pieces: AsyncIterable<Uint8Array>, sink: Sink): Promise<void> {
  for await (const piece of pieces) {
    if (sink.destroyed) return;
    if (!sink.write(piece)) await room(sink);
  }
  sink.end(null);
}

const room = (sink: Sink) =>
  new Promise<void>((resolve) => {
    const go = () => {
      sink.off("drain", go);
      sink.off("close", go);
      resolve();
    };
    sink.on("drain", go);
    sink.on("close", go);
  });
