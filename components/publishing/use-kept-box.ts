import { type RefObject, useEffect } from "react";
import {
  controlsOf,
  fillControls,
  findTyped,
  forgetTyped,
  isTyped,
  keepTyped,
} from "#components/form/keep.ts";
import { BOX_KEY } from "#components/intake/draft-key.ts";
import { questionIn } from "./live-matches.ts";

/** What stands in the box survives a reload and the way back, in this tab alone, until it was answered or filed. */
export function useKeptBox(form: RefObject<HTMLFormElement | null>, isAnswered: boolean): void {
  useEffect(() => {
    const { current } = form;
    if (!current) return;
    const { text } = findTyped(BOX_KEY, "tab")?.typed ?? {};
    const empty = controlsOf(current).filter(({ name, value }) => name === "text" && value === "");
    if (text?.[0] && empty.length > 0) fillControls(current, empty, { text });
    const keep = () => {
      const { text = "", uploadIds = [] } = questionIn(current);
      keepTyped(BOX_KEY, { text: [text], uploadIds: [...uploadIds] }, "tab");
    };
    if (controlsOf(current).some(isTyped)) keep();
    current.addEventListener("input", keep);
    return () => current.removeEventListener("input", keep);
  }, [form]);
  useEffect(() => {
    if (isAnswered) forgetTyped(BOX_KEY, "tab");
  }, [isAnswered]);
}
