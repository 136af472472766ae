import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { refuseForNow } from "../form-status.ts";
import { expectHeaders, framework, fromHere, get, listening, raw } from "../testing/listener.ts";
import { FORM_LIMIT } from "./doors.ts";

it("hands a form of ours to the framework, with a nonce that its answer may use", async () => {
  const headers = { ...fromHere(), "x-middleware-subrequest": "proxy", "x-forwarded-for": "6.6.6.6" };
  const answer = await get("/check", { method: "POST", headers, body: "text=x" });
  expect([answer.status, answer.text]).toEqual([200, "<p>page</p>"]);
  expectHeaders(answer.headers);
  const [asked] = framework.asked;
  expect(asked).toMatchObject({ method: "POST", url: "/check", body: "text=x" });
  expect(asked?.headers).toMatchObject({ "x-forwarded-for": "127.0.0.1", "x-asked-for": "/check" });
  expect(asked?.headers["x-middleware-subrequest"]).toBeUndefined();
  const nonce = /'nonce-([^']{20,})'/.exec(String(answer.headers["content-security-policy"]))?.[1];
  expect(nonce).toBeTruthy();
  expect(asked?.headers["content-security-policy"]).toContain(nonce);
  await get("/check", { method: "POST", headers, body: "text=x" });
  expect(framework.asked[1]?.headers["content-security-policy"]).not.toContain(nonce);
});

it("refuses a form that is too large, before it comes where it says so, and while it comes where it does not", async () => {
  const said = await get("/check", {
    method: "POST",
    headers: { ...fromHere(), "content-length": String(FORM_LIMIT + 1) },
    body: Buffer.alloc(FORM_LIMIT + 1, "x"),
  });
  expect(said.status).toBe(413);
  expect(framework.asked).toEqual([]);
  const unsaid = await get("/check", {
    method: "POST",
    headers: { ...fromHere(), "transfer-encoding": "chunked" },
    body: Buffer.alloc(FORM_LIMIT + 1, "x"),
  });
  expect(unsaid.status).toBe(413);
  expectHeaders(unsaid.headers);
  expect(framework.asked.every(({ body }) => body.length <= FORM_LIMIT)).toBe(true);
});

it.each([
  ["multipart/form-data; boundary=a", '--a\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n'],
  ["application/x-www-form-urlencoded", "field=1&"],
])("refuses a form of %s with more parts than any of ours has, and counts none twice", async (type, part) => {
  const headers = { ...fromHere(), "content-type": type };
  const send = (parts: number) => get("/check", { method: "POST", headers, body: part.repeat(parts) });
  expect((await send(20_000)).status).toBe(413);
  expect((await send(1_001)).status).toBe(413);
  expect(framework.asked.every(({ body }) => body.length < 20_000 * part.length)).toBe(true);
  expect((await send(1_000)).status).toBe(200);
});

it("goes on with a connection after a refusal whose body nobody wanted", async () => {
  const socket = connect(listening.port, "127.0.0.1");
  const body = "x".repeat(200_000);
  socket.write(`POST /about HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  socket.write("GET /about HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const answers = (await text(socket)).match(/HTTP\/1\.1 \d+/g);
  expect(answers).toEqual(["HTTP/1.1 403", "HTTP/1.1 200"]);
});

it("takes of a body no more than it said that there would be, and refuses the rest", async () => {
  const head = (length: number) =>
    `POST /check HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Length: ${length}\r\n\r\n`;
  framework.say = (_, response) => void response.end("heard");
  expect(await raw(`${head(6)}text=x and more\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  expect(framework.asked.map(({ body }) => body)).toEqual(["text=x"]);
});

it("answers a form that cannot be taken up now with a status that says so, and with its page", async () => {
  framework.say = (_, response) => {
    refuseForNow("UNAVAILABLE");
    refuseForNow("VALIDATION");
    response.statusCode = 200;
    response.end("<p>kept</p>");
  };
  const answer = await get("/report", { method: "POST", headers: fromHere(), body: "x=1" });
  expect([answer.status, answer.headers["retry-after"], answer.text]).toEqual([503, "5", "<p>kept</p>"]);
  framework.say = (_, response) => {
    refuseForNow("RATE_LIMITED", { "Retry-After": "60" });
    response.writeHead(200);
    response.end("<p>kept</p>");
  };
  const limited = await get("/report", { method: "POST", headers: fromHere(), body: "x=1" });
  expect([limited.status, limited.headers["retry-after"]]).toEqual([429, "60"]);
  framework.say = (_, response) => void response.end("<p>next</p>");
  expect((await get("/report", { method: "POST", headers: fromHere(), body: "x=1" })).status).toBe(200);
});

it("explains a form of an earlier build in words of ours", async () => {
  framework.say = (_, response) => {
    response.setHeader("x-nextjs-action-not-found", "1");
    response.setHeader("content-type", "text/plain");
    response.statusCode = 404;
    response.end("Server action not found.");
  };
  const answer = await get("/report", { method: "POST", headers: fromHere(), body: "x=1" });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("网站刚刚更新过");
  expect(answer.text).not.toContain("Server action");
  expect(answer.headers["content-type"]).toContain("text/html");
  const scripted = { ...fromHere(), "next-action": "x" };
  expect((await get("/report", { method: "POST", headers: scripted, body: "x=1" })).text).toContain(
    "Server action",
  );
});
