/** What a value becomes where it is kept: moments are texts. */
export type Plain<T> = T extends Date ? string : T extends object ? { [Key in keyof T]: Plain<T[Key]> } : T;

/** A value as it is kept. */
export const plain = <T>(value: T): Plain<T> => JSON.parse(JSON.stringify(value));
