import { answersShown } from "#lib/answers/bounds";
import type { Match } from "#lib/answers/match-schema";
import { type Asked, fingerprintOf } from "#lib/intake/fingerprint";
import { lengthOf, TEXT_LIMIT, typedText } from "#lib/platform/text";
import { linksIn } from "#lib/wording/links";

/** How long the typing must rest, so that the answer stands there within 300 ms. */
const PAUSE = 200;
const FEWEST = 4;
/** The form stays in sight; a few more are asked for, in case some are hidden. */
const SHOWN = answersShown.form;

export type MatchRequest = { text?: string; url?: string; uploadId?: string; limit: number };

/** What is asked just now, and after how long a rest. */
type Question = { asked: string; text: string; request: MatchRequest; pause: number };

export type KnownMatches = {
  /** What stood in the form when it was looked at last. */
  seen: string;
  question: Question | null;
  /** The question that the matches are about; empty while none was answered. */
  asked: string;
  text: string;
  all: readonly Match[];
  isDown: boolean;
  /** Why the question is not answered, in the server's words. */
  refused: string;
  /** A file of the question is being sent or read. */
  isReading: boolean;
};

export type MatchEvent =
  /** The typing goes on, or somebody wants the answer now. */
  | { type: "typed" | "pressed"; question: Asked }
  /** An input method is composing: its words are none yet. */
  | { type: "composing" }
  | { type: "answered"; asked: string; matches: readonly Match[] | null; refused?: string }
  /** "Not this one". */
  | { type: "hidden"; id: string };

export const nothingKnown: KnownMatches = {
  seen: "",
  question: null,
  asked: "",
  text: "",
  all: [],
  isDown: false,
  refused: "",
  isReading: false,
};

/** What is known about what is being typed, after something has happened. */
export function reduceMatches(known: KnownMatches, event: MatchEvent): KnownMatches {
  switch (event.type) {
    case "typed":
    case "pressed": {
      const isPressed = event.type === "pressed";
      const asked = fingerprintOf(event.question);
      const { text = "", isReading = false } = event.question;
      if (asked === known.seen && !isPressed)
        return isReading === known.isReading ? known : { ...known, isReading };
      const request = toRequest(event.question, isPressed ? 1 : FEWEST);
      if (!request) return { ...nothingKnown, seen: asked, isReading };
      return {
        ...known,
        isReading,
        seen: asked,
        question: { asked, text, request, pause: isPressed ? 0 : PAUSE },
      };
    }
    case "composing":
      return { ...known, seen: "", question: null };
    case "answered": {
      const { question } = known;
      if (question?.asked !== event.asked) return known;
      const { asked, text } = question;
      const { refused = "" } = event;
      return {
        ...known,
        question: null,
        asked,
        text,
        all: event.matches ?? [],
        isDown: event.matches === null && refused === "",
        refused,
      };
    }
    case "hidden":
      return { ...known, all: known.all.filter(({ id }) => id !== event.id) };
  }
}

/** The matches to show; null while nothing was asked, or nothing could be found out. */
export const shownMatches = ({ asked, all, isDown, refused }: KnownMatches): readonly Match[] | null =>
  asked === "" || isDown || refused !== "" ? null : all.slice(0, SHOWN);

/** Nothing is asked about too little, nor about more than is accepted. */
function toRequest({ text = "", links = "", uploadIds = [] }: Asked, fewest: number): MatchRequest | null {
  const typed = typedText(text);
  const length = lengthOf(typed);
  const [link] = linksIn(`${links}\n${typed}`);
  const uploadId = uploadIds.at(-1);
  if (length > TEXT_LIMIT || (length < fewest && !link && !uploadId)) return null;
  return {
    ...(typed && { text: typed }),
    ...(link && { url: link.address }),
    ...(uploadId && { uploadId }),
    limit: SHOWN + 2,
  };
}
