import { once } from "#lib/platform/once";

const BASIC_PLANE = 0x1_0000;
/** More than anybody writes of emoji and rare names. */
const BEYOND = 4096;

/**
 * What a rule makes of each character, kept in this process for the basic plane, where nearly all writing is. Of the million
 * beyond it only some are kept at a time: a stranger may send them all.
 */
export function byCharacter<Made>(name: string, make: (character: string) => Made) {
  const { basic, beyond } = once(name, () => ({
    basic: new Array<Made | undefined>(BASIC_PLANE),
    beyond: new Map<string, Made>(),
  }));
  return (character: string): Made => {
    const isBasic = character.length === 1;
    const at = character.charCodeAt(0);
    let made = isBasic ? basic[at] : beyond.get(character);
    if (made !== undefined) return made;
    made = make(character);
    if (isBasic) basic[at] = made;
    else {
      if (beyond.size >= BEYOND) beyond.clear();
      beyond.set(character, made);
    }
    return made;
  };
}
