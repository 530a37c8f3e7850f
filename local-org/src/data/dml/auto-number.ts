/**
 * The text of an auto number, e.g. `INV-{YYYY}-{0000}` and 7 to `INV-2026-0007`. `{YY}`, `{YYYY}`, `{MM}` and `{DD}`
 * stand for the day.
 */
export function autoNumberText(format: string, number: number, day: Date): string {
  const parts: Readonly<Record<string, string>> = {
    YYYY: String(day.getUTCFullYear()),
    YY: String(day.getUTCFullYear()).slice(2),
    MM: String(day.getUTCMonth() + 1).padStart(2, '0'),
    DD: String(day.getUTCDate()).padStart(2, '0'),
  };
  return format.replace(
    /\{(YYYY|YY|MM|DD|0+)\}/g,
    (_, part: string) => parts[part] ?? String(number).padStart(part.length, '0'),
  );
}
