import { clsx } from "clsx";

/** Joins class names. A primitive's `className` is for its place in a layout, not for its look. */
export const cn = clsx;
