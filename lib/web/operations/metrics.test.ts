import { expect, it, vi } from "vitest";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";

const token = vi.hoisted(() => {
  process.env.METRICS_TOKEN = "a-token-of-24-characters-at-least";
  return process.env.METRICS_TOKEN;
});
const { handlersOf } = await import("#lib/web/handlers");

const ask = async (authorization?: string) => {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  const request = new Request("http://localhost:3000/metrics", { headers });
  const response = await handlersOf("/metrics").GET(request, { params: Promise.resolve({}) });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

it.each([undefined, "", "Bearer", "Bearer another-token-of-24-characters", token, `Basic ${token}`])(
  "tells a stranger nothing: %s",
  async (authorization) => {
    const { status, headers, text } = await ask(authorization);
    expect([status, headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="metrics"']);
    expect(text).not.toContain("bianzhen_ready");
  },
);

it("counts what waits and what was given up", async () => {
  const moment = now();
  const row = () => ({ id: newId(), recipientId: newId(), recipient: "report", eventId: newId() }) as const;
  const times = { createdAt: moment, dueAt: moment };
  await db.notification.createMany({
    data: [
      { ...row(), ...times },
      { ...row(), ...times, failedAt: moment, failure: "tries", attempts: 10 },
      { ...row(), ...times, failedAt: moment, failure: "refused" },
    ],
  });
  const { status, headers, text } = await ask(`Bearer ${token}`);
  expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  const valueIn = (name: string) =>
    text
      .split("\n")
      .find((line) => line.startsWith(`${name} `))
      ?.split(" ")
      .at(-1);
  expect(valueIn("bianzhen_ready")).toBe("0");
  expect(valueIn("bianzhen_letters_due")).toBe("1");
  expect(valueIn('bianzhen_given_up{kind="letter"}')).toBe("1");
  expect(valueIn('bianzhen_given_up{kind="reaction"}')).toBe("0");
  expect(valueIn('bianzhen_given_up{kind="delivery"}')).toBe("0");
  expect(valueIn('bianzhen_events_waiting{queue="quick"}')).toMatch(/^\d+$/);
  expect(valueIn("bianzhen_process_resident_memory_bytes")).toMatch(/^\d+$/);
});
