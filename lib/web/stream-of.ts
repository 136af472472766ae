/** What is produced piece by piece, as the body of an answer; a reader who leaves ends the production. */
export function streamOf(content: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await content.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await content.return(undefined);
    },
  });
}
