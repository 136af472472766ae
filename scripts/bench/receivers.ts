import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

// Receives webhooks at any address of this machine: those that ask for /hang get no answer. It tells when the last of the others came.

let taken = 0;
let lastAt = 0;

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    if (request.url?.startsWith("/hang")) return;
    taken += 1;
    lastAt = Date.now();
    response.writeHead(204).end();
  });
});
server.listen(0, "0.0.0.0", () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on("message", () => {
  process.send?.({ taken, lastAt });
  taken = 0;
});
process.once("SIGTERM", () => process.exit());
