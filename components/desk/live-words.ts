/** What happened to claims, as a stream tells it: kinds and ids alone. */
export type Heard = { n: number; type: string; claims: readonly string[] };

/** What the tabs of a browser hear, from the stream that one of them has. */
export type Word =
  /** `at` is the number from which to go on. */
  | { kind: "changes"; events: readonly Heard[]; at: number }
  /** Somebody came to these claims or left them. */
  | { kind: "looked"; claims: readonly string[] }
  /** How many alerts the person has not read now. */
  | { kind: "alerts"; unread: number }
  /** What happened is not known: it may be anything, or the session is over. */
  | { kind: "anew" }
  | { kind: "state"; isLive: boolean }
  /** By which build the server makes pages now. */
  | { kind: "build"; build: string | null };

/** What tabs say to each other besides. */
export type AmongTabs =
  | Word
  /** A tab whose page shows everything up to a number wants to know what came after. */
  | { kind: "since"; tab: string; n: number }
  | { kind: "missed"; tab: string; word: Word }
  /** The claims that a tab has in sight. */
  | { kind: "sight"; tab: string; claims: readonly string[] }
  /** Another tab has the stream now, and asks all what they have in sight. */
  | { kind: "elected" };
