import { expect, it } from "vitest";
import { UPLOAD_LIMIT, UPLOADS_PER_REPORT } from "#lib/files/media";
import { noUploads, reduceUploads, type UploadEvent } from "./uploads.ts";

const picture = new File(["x"], "群聊.png", { type: "image/png" });
const other = new File(["y"], "盖住的.png", { type: "image/png" });
/** What is asked of it is its size alone. */
const huge = Object.defineProperty(new File(["z"], "大.mp4"), "size", { value: UPLOAD_LIMIT + 1 });

const chosen = (...files: readonly [key: string, file: File][]): UploadEvent => ({
  type: "chosen",
  files: files.map(([key, file]) => ({ key, name: file.name, file })),
});
const after = (...events: readonly UploadEvent[]) => events.reduce(reduceUploads, noUploads);

const one = chosen(["a", picture]);
const begun: UploadEvent = { type: "begun", key: "a" };
const sent: UploadEvent = { type: "sent", key: "a", id: "1", isReadable: true };
const read: UploadEvent = {
  type: "read",
  key: "a",
  text: "速看",
  doubts: [{ start: 0, end: 1 }],
  warnings: ["phone"],
};

it.each<[string, UploadEvent[], object, object | null]>([
  ["waits to be sent", [one], { state: "waiting" }, { word: "added", count: 1 }],
  [
    "is on its way",
    [one, begun, { type: "progressed", key: "a", share: 0.4 }],
    { state: "sending", share: 0.4 },
    {},
  ],
  ["is read once it was sent", [one, begun, sent], { state: "reading", id: "1" }, {}],
  [
    "is done at once when there is nothing to read",
    [one, begun, { ...sent, isReadable: false }],
    { state: "done" },
    {},
  ],
  [
    "is done with its words",
    [one, begun, sent, read],
    { state: "done", text: "速看", doubts: [{ start: 0, end: 1 }], warnings: ["phone"] },
    {},
  ],
  [
    "is done, though its words are not known yet",
    [one, begun, sent, { type: "unread", key: "a" }],
    { state: "done", id: "1", isUnread: true },
    {},
  ],
  [
    "has its words in the form",
    [one, begun, sent, read, { type: "filled", key: "a" }],
    { isFilled: true },
    { word: "filled" },
  ],
  [
    "fails on a bad network",
    [one, begun, { type: "failed", key: "a" }],
    { state: "failed", problem: "network" },
    {},
  ],
  [
    "is refused with the server's reason",
    [one, begun, { type: "failed", key: "a", refusal: "类型不对" }],
    { state: "failed", refusal: "类型不对" },
    {},
  ],
  [
    "stays sent when only its words fail",
    [one, begun, sent, { type: "failed", key: "a" }],
    { state: "done", id: "1" },
    {},
  ],
  [
    "is refused unsent when it is too large",
    [chosen(["a", huge])],
    { state: "failed", problem: "tooLarge" },
    {},
  ],
  [
    "holds the form while it is on its way",
    [one, begun, { type: "held" }],
    { state: "sending" },
    { word: "stillSending" },
  ],
])("a file %s", (_, events, file, said) => {
  const uploads = after(...events);
  expect(uploads.files).toEqual([expect.objectContaining({ key: "a", ...file })]);
  expect(uploads.said).toMatchObject(said ?? {});
});

it("starts afresh when it is tried again or covered", () => {
  const failed = after(one, begun, { type: "failed", key: "a" });
  const fresh = { key: "a", state: "waiting", share: 0, isFilled: false, doubts: [], warnings: [] };
  expect(reduceUploads(failed, { type: "retried", key: "a" }).files).toEqual([
    { ...fresh, name: picture.name, file: picture },
  ]);
  const known = after(one, begun, sent, read, { type: "filled", key: "a" });
  expect(reduceUploads(known, { type: "covered", key: "a", file: other }).files).toEqual([
    { ...fresh, name: picture.name, file: other },
  ]);
});

it("takes as many as a report may bring, and says that there were more", () => {
  const many = Array.from({ length: UPLOADS_PER_REPORT + 1 }, (_, at): [string, File] => [`${at}`, picture]);
  const uploads = after(chosen(...many));
  expect(uploads.files).toHaveLength(UPLOADS_PER_REPORT);
  expect(uploads.said).toEqual({ word: "tooMany", count: UPLOADS_PER_REPORT });
});

it("forgets what was removed, and what happens to it later", () => {
  const uploads = after(one, begun, { type: "removed", key: "a" }, sent, read);
  expect(uploads).toEqual({ files: [], said: { word: "removed", count: 1 } });
});
