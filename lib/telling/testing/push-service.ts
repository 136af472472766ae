import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

type Pushed = { path: string; headers: IncomingHttpHeaders; body: Buffer };

/** What a browser makes for a subscription, and what it makes of a body (RFC 8291). */
export function keysOfBrowser() {
  const curve = createECDH("prime256v1");
  const auth = randomBytes(16);
  const p256dh = curve.generateKeys();
  const read = (body: Buffer): unknown => {
    const [salt, keyLength] = [body.subarray(0, 16), body[20] ?? 0];
    const sender = body.subarray(21, 21 + keyLength);
    const sealed = body.subarray(21 + keyLength);
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), p256dh, sender]);
    const key = Buffer.from(hkdfSync("sha256", curve.computeSecret(sender), auth, info, 32));
    const part = (name: string, length: number) =>
      Buffer.from(hkdfSync("sha256", key, salt, `Content-Encoding: ${name}\0`, length));
    const decipher = createDecipheriv("aes-128-gcm", part("aes128gcm", 16), part("nonce", 12));
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString("utf8"));
  };
  return { keys: { p256dh: p256dh.toString("base64url"), auth: auth.toString("base64url") }, read };
}

/**
 * A push service on this machine: it takes what is sent, unless the browser has gone, the service is busy or says nothing, as
 * the address says. `PUSH_TO_LOOPBACK` lets the product send there.
 */
export function startPushService() {
  const pushed: Pushed[] = [];
  const service = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? "";
    pushed.push({ path, headers: request.headers, body: Buffer.concat(chunks) });
    if (path.includes("silent")) return;
    response.writeHead(path.includes("gone") ? 410 : path.includes("busy") ? 503 : 201).end();
  });
  /** A browser with its keys. */
  const browser = (path: string) => {
    const { keys, read } = keysOfBrowser();
    const { port } = service.address() as AddressInfo;
    return { subscription: { endpoint: `http://127.0.0.1:${port}/${path}`, keys }, read };
  };
  return {
    pushed,
    browser,
    ready: () => new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve)),
    stop: () => new Promise((resolve) => service.close(resolve)),
  };
}
