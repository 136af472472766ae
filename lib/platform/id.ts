import { v7, validate } from "uuid";

/** A new id: uuid v7, so that ids of one table sort by their time of creation. */
export const newId = (): string => v7();

/** Whether a text from outside can be an id at all. */
export const isId = (text: string): boolean => validate(text);
