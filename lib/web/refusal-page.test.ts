import { expect, it } from "vitest";
import { newId } from "#lib/platform/id";
import { handlersOf } from "./handlers.ts";

const byHand = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const fileForm = "/{locale}/desk/evidence/{evidenceId}/file";

it("tells whoever sends a file of the desk without a session so in a page of their language, with the way in", async () => {
  const evidenceId = newId();
  for (const [prefix, locale, title, words] of [
    ["", undefined, "请先登录", "去登录"],
    ["/en", "en", "Sign in to continue", "Sign in"],
  ] as const) {
    const page = `${prefix}/desk/evidence/${evidenceId}`;
    const url = `https://site.example${page}/file`;
    const headers = { ...byHand, Origin: "https://site.example", "X-Forwarded-Host": "site.example" };
    const params = Promise.resolve({ evidenceId, ...(locale && { locale }) });
    const answer = await handlersOf(fileForm).POST(new Request(url, { method: "POST", headers }), { params });
    const body = await answer.text();
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(body).toContain(`<html lang="${locale ?? "zh-CN"}">`);
    expect(body).toContain(`<h1>${title}`);
    const door = `${prefix}/desk/sign-in?to=${encodeURIComponent(page)}`;
    expect(body).toContain(`<a href="${door}">${words}</a>`);
  }
});

it("leads back to the page of a form that another site sent", async () => {
  const url = `https://site.example/desk/evidence/${newId()}/file`;
  const headers = { ...byHand, Origin: "https://elsewhere.example", "X-Forwarded-Host": "site.example" };
  const params = Promise.resolve({ evidenceId: newId() });
  const answer = await handlersOf(fileForm).POST(new Request(url, { method: "POST", headers }), { params });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain(`<a href="${new URL(url).pathname.replace(/\/file$/, "")}">`);
});

it("tells programs by a problem, and speaks of the API to nobody in pages", async () => {
  const exported = handlersOf("/{locale}/desk/audit/export");
  const ask = (headers: Record<string, string>) =>
    exported.GET(new Request("https://site.example/desk/audit/export", { headers }), {
      params: Promise.resolve({}),
    });
  expect((await ask({})).headers.get("content-type")).toBe("application/problem+json");
  expect((await ask(byHand)).headers.get("content-type")).toBe("text/html; charset=utf-8");
  const matched = await handlersOf("/api/v1/reports/lookup").GET(
    new Request("https://site.example/api/v1/reports/lookup", { headers: byHand }),
    { params: Promise.resolve({}) },
  );
  expect(matched.headers.get("content-type")).toBe("application/problem+json");
});
