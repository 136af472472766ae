import { expect, it } from "vitest";
import { findOperation } from "./find-operation.ts";

it.each([
  ["/healthz", {}],
  ["/api/v1/debunks/20260101-1", { slug: "20260101-1" }],
  ["/api/v1/debunks/a/versions/2", { slug: "a", n: "2" }],
  ["/api/v1/uploads/resumable", { path: "" }],
  ["/api/v1/uploads/resumable/x/y", { path: "x/y" }],
  ["/desk/files/1/copy", { locale: "zh-CN", uploadId: "1" }],
  ["/en/desk/files/%E5%AD%97/original", { locale: "en", uploadId: "字" }],
])("%s is an operation", (path, params) => {
  expect(findOperation(path)?.params).toEqual(params);
});

it.each([
  "/",
  "/healthz/",
  "/api/v1/debunks/",
  "/api/v1/debunks/a/b",
  "/fr/desk/files/1/copy",
  "/files",
  "/files/",
])("%s is none", (path) => {
  expect(findOperation(path)).toBeNull();
});

it("keeps what anybody may read, and nothing that belongs to somebody", () => {
  for (const path of ["/api/v1/debunks", "/api/v1/topics", "/feed.xml"])
    expect(findOperation(path)?.kept?.path).toBe(path);
  for (const path of [
    "/api/v1/member/reports",
    "/healthz",
    "/files/1",
    "/desk/files/1/copy",
    "/api/v1/challenge",
  ])
    expect(findOperation(path)?.kept, path).toBeNull();
});
