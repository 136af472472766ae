import { UPLOAD_LIMIT, UPLOADS_PER_REPORT } from "#lib/files/media";
import type { Stretch } from "#lib/wording/lines";

/** A file on its way to the desk. */
export type Sending = {
  key: string;
  name: string;
  file: Blob;
  state: "waiting" | "sending" | "reading" | "done" | "failed";
  share: number;
  id?: string;
  /** The words that were read in it, and what in them somebody may want to cover. */
  text?: string;
  /** The parts of the text that were read with doubt. */
  doubts: readonly Stretch[];
  warnings: readonly string[];
  /** Reading it takes long: the report need not wait. */
  isUnread?: true;
  /** Whether its words stand in the form's text. */
  isFilled: boolean;
  problem?: "tooLarge" | "network";
  /** What the server says about a file that it does not take. */
  refusal?: string;
};

/** What happens to the files of a form. */
export type UploadEvent =
  | { type: "chosen"; files: readonly Pick<Sending, "key" | "name" | "file">[] }
  | { type: "begun"; key: string }
  | { type: "progressed"; key: string; share: number }
  | { type: "sent"; key: string; id: string; isReadable: boolean }
  | { type: "read"; key: string; text: string; doubts: readonly Stretch[]; warnings: readonly string[] }
  | { type: "unread"; key: string }
  | { type: "failed"; key: string; refusal?: string }
  | { type: "filled"; key: string }
  | { type: "covered"; key: string; file: Blob }
  | { type: "retried"; key: string }
  | { type: "removed"; key: string }
  | { type: "held" };

/** What is announced: a word of `uploads.field`, with a number in it. */
export type Said = { word: "added" | "tooMany" | "removed" | "filled" | "stillSending"; count: number };

export type Uploads = { files: readonly Sending[]; said: Said | null };

export const noUploads: Uploads = { files: [], said: null };

/** The files of a form after something has happened to one of them. */
export function reduceUploads(uploads: Uploads, event: UploadEvent): Uploads {
  switch (event.type) {
    case "chosen": {
      const taken = event.files.slice(0, Math.max(0, UPLOADS_PER_REPORT - uploads.files.length));
      const said: Said =
        taken.length < event.files.length
          ? { word: "tooMany", count: UPLOADS_PER_REPORT }
          : { word: "added", count: taken.length };
      return { files: [...uploads.files, ...taken.map(afresh)], said };
    }
    case "removed":
      return {
        files: uploads.files.filter(({ key }) => key !== event.key),
        said: { word: "removed", count: 1 },
      };
    case "held":
      return { ...uploads, said: { word: "stillSending", count: 1 } };
    case "filled":
      return { files: changed(uploads, event), said: { word: "filled", count: 1 } };
    default:
      return { ...uploads, files: changed(uploads, event) };
  }
}

type FileEvent = Exclude<UploadEvent, { type: "chosen" | "removed" | "held" }>;

const changed = ({ files }: Uploads, event: FileEvent): Sending[] =>
  files.map((one) => (one.key === event.key ? reduceFile(one, event) : one));

function reduceFile(one: Sending, event: FileEvent): Sending {
  switch (event.type) {
    case "begun":
      return { ...one, state: "sending", share: 0 };
    case "progressed":
      return { ...one, share: event.share };
    case "sent":
      return { ...one, id: event.id, state: event.isReadable ? "reading" : "done" };
    case "read":
      return { ...one, state: "done", text: event.text, doubts: event.doubts, warnings: event.warnings };
    case "unread":
      return { ...one, state: "done", isUnread: true };
    case "failed": {
      // What was sent is sent, though its words may not be known.
      if (one.id !== undefined) return { ...one, state: "done" };
      const { refusal } = event;
      return { ...one, state: "failed", ...(refusal ? { refusal } : { problem: "network" }) };
    }
    case "filled":
      return { ...one, isFilled: true };
    case "covered":
      return afresh({ ...one, file: event.file });
    case "retried":
      return afresh(one);
  }
}

const afresh = ({ key, name, file }: Pick<Sending, "key" | "name" | "file">): Sending => ({
  key,
  name,
  file,
  share: 0,
  doubts: [],
  warnings: [],
  isFilled: false,
  ...(file.size > UPLOAD_LIMIT ? { state: "failed", problem: "tooLarge" } : { state: "waiting" }),
});

/** Whether the browser itself can show the file. */
export const isShown = (file: Blob): boolean => /^image\/(jpeg|png|webp)$/.test(file.type);
