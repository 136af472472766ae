/** What is used of heic-decode, which comes without types. */
declare module "heic-decode" {
  type Decoded = { width: number; height: number; data: Uint8ClampedArray };
  type Found = { width: number; height: number; decode(): Promise<Decoded> };

  const decode: { all(input: { buffer: Uint8Array }): Promise<Found[] & { dispose(): void }> };
  export default decode;
}
