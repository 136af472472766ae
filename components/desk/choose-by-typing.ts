import { typeLetter } from "./spelled.ts";

/** What was typed for a choice, and what was chosen by it; nothing when nothing is called so. */
export type Chosen = { typed: string; label: string | null };

type Choices = {
  owner: Element;
  all: readonly { label: string; spelling: string; choose: () => void }[];
};

/**
 * Lets letters choose in the list or among the radios that have the focus, where these say how they are spelled. What was
 * typed counts until another key or another field; no clock decides how quick somebody must be.
 */
export function letLettersChoose(): (event: KeyboardEvent) => Chosen | null {
  let owner: Element | null = null;
  let typed = "";
  return ({ key, target }) => {
    const choices = /^[\p{L}\p{N}]$/u.test(key) ? choicesAt(target) : null;
    if (!choices) {
      owner = null;
      return null;
    }
    const { typed: now, at } = typeLetter(owner === choices.owner ? typed : "", key, choices.all);
    ({ owner } = choices);
    typed = now;
    choices.all[at]?.choose();
    return { typed: now || key, label: choices.all[at]?.label ?? null };
  };
}

function choicesAt(target: EventTarget | null): Choices | null {
  const choices =
    target instanceof HTMLSelectElement
      ? optionsOf(target)
      : target instanceof HTMLInputElement && target.type === "radio"
        ? radiosOf(target)
        : null;
  return choices && choices.all.length > 0 ? choices : null;
}

const optionsOf = (list: HTMLSelectElement): Choices => ({
  owner: list,
  all: [...list.options].flatMap((option) => {
    const { spelling } = option.dataset;
    if (spelling === undefined) return [];
    const choose = () => {
      list.value = option.value;
      list.dispatchEvent(new Event("input", { bubbles: true }));
      list.dispatchEvent(new Event("change", { bubbles: true }));
    };
    return { label: option.label, spelling, choose };
  }),
});

function radiosOf({ form, name }: HTMLInputElement): Choices | null {
  const group = form?.elements.namedItem(name);
  if (!(group instanceof RadioNodeList)) return null;
  const radios = [...group].filter((one) => one instanceof HTMLInputElement);
  const [first] = radios;
  if (!first) return null;
  const all = radios.flatMap((radio) => {
    const { spelling } = radio.dataset;
    if (spelling === undefined) return [];
    const choose = () => {
      radio.focus();
      radio.click();
    };
    return { label: radio.labels?.[0]?.textContent ?? "", spelling, choose };
  });
  return { owner: first, all };
}
