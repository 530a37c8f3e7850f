/** Changes a copy of something that is read-only by type. */
export type Editable<T> = T extends readonly (infer Item)[]
  ? Editable<Item>[]
  : T extends ReadonlyMap<unknown, unknown>
    ? T
    : T extends object
      ? { -readonly [Key in keyof T]: Editable<T[Key]> }
      : T;

export function edited<T>(thing: T, change: (copy: Editable<T>) => void): T {
  const copy = structuredClone(thing) as Editable<T>;
  change(copy);
  return copy as T;
}
