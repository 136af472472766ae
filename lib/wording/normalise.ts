import { BREAK, foldCharacter, GLUE, isHan } from "./characters.ts";
import { figuresOf, NUMERAL } from "./numerals.ts";
import type { Reading } from "./plain.ts";

/**
 * A text reduced to what it says: han, lower-case words and figures; a line feed where a clause ends, a space between two
 * words. Undoes what forwarding, evading, typing and recognising do to a text: width, case, look-alikes, traditional
 * characters, invisible characters, spaces and line breaks within sentences, numbers in words.
 */
export function normalise(source: string): Reading {
  return writeFigures(joinUnits(source));
}

/** Only the text of `normalise`. */
export const normalised = (source: string): string => normalise(source).text;

const utf16 = new TextDecoder("utf-16le");

const isFigure = (unit: number) => unit >= 48 && unit <= 57;

function joinUnits(source: string): Reading {
  const units: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let gap = 0;
  let at = 0;
  for (const character of source) {
    const end = at + character.length;
    for (const unit of foldCharacter(character)) {
      if (unit === BREAK || unit === GLUE) {
        // A figure goes on after its point and its thousands separator.
        const joins =
          /[.,，]/u.test(character) && isFigure(units.at(-1) ?? 0) && isFigure(source.charCodeAt(end));
        if (joins && character === "." && gap === 0) push(units, from, to, 46, at, end);
        else if (!joins) gap = gap === BREAK ? BREAK : unit;
        continue;
      }
      const last = units.at(-1);
      if (last !== undefined && (gap === BREAK || (gap === GLUE && !isHan(last) && !isHan(unit)))) {
        push(units, from, to, gap, at, at);
      }
      gap = 0;
      push(units, from, to, unit, at, end);
    }
    at = end;
  }
  return { text: utf16.decode(Uint16Array.from(units)), from, to };
}

function push(units: number[], from: number[], to: number[], unit: number, start: number, end: number) {
  units.push(unit);
  from.push(start);
  to.push(end);
}

function writeFigures(read: Reading): Reading {
  const out: Reading = { text: "", from: [], to: [] };
  let done = 0;
  const keep = (end: number) => {
    out.text += read.text.slice(done, end);
    for (; done < end; done++) {
      out.from.push(read.from[done] ?? 0);
      out.to.push(read.to[done] ?? 0);
    }
  };
  for (const match of read.text.matchAll(NUMERAL)) {
    const [{ length }, percent, numeral = "", next = ""] = match;
    const figures = figuresOf(numeral, percent !== undefined, next);
    if (figures === null) continue;
    keep(match.index);
    done = match.index + length;
    out.text += figures;
    for (let count = 0; count < figures.length; count++) {
      out.from.push(read.from[match.index] ?? 0);
      out.to.push(read.to[done - 1] ?? 0);
    }
  }
  keep(read.text.length);
  return out;
}
