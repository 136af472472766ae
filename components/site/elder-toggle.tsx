/** 长辈版: the style sheet follows this checkbox by itself; public/reading.js remembers the choice. */
export function ElderToggle({ label, hint }: { label: string; hint: string }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2 text-sm" title={hint}>
      {/* What a browser itself restores of a page may be older than the choice. */}
      <input type="checkbox" id="elder-mode" autoComplete="off" className="size-[1.15em] accent-azurite" />
      {label}
    </label>
  );
}
