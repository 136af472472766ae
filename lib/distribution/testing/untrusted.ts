import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A server over TLS whose certificate nobody vouches for; nobody gets as far as hearing what it speaks. */
export async function startUntrusted() {
  const server = new SMTPServer({ secure: true });
  // Whoever does not trust it hangs up.
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, stop: () => new Promise<void>((done) => server.close(done)) };
}
