import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { once } from "#lib/platform/once";

/** A word of a text as the dictionary knows it: `tag` is its part of speech in the letters of the Peking University corpus. */
export interface Word {
  text: string;
  tag: string;
}

const segmenter = () => once("segmenter of Chinese", () => Jieba.withDict(dict));

/** The words of a text, in their order, with what stands between them. */
export const wordsOf = (text: string): Word[] =>
  segmenter()
    .tag(text, false)
    .map(({ word, tag }) => ({ text: word, tag }));
