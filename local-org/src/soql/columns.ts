import { joined, sql, type Fragment } from './fragment.ts';

/** The columns of a SELECT; the same expression is selected once. */
export class Columns {
  readonly #fragments: Fragment[] = [];
  readonly #positions = new Map<string, number>();

  /** Gives the column's position. */
  use(fragment: Fragment): number {
    const known = fragment.parameters.length === 0 ? this.#positions.get(fragment.text) : undefined;
    return known ?? this.add(fragment);
  }

  /** Adds a column of its own at the end. */
  add(fragment: Fragment): number {
    const position = this.#fragments.push(fragment) - 1;
    this.#positions.set(fragment.text, position);
    return position;
  }

  get count(): number {
    return this.#fragments.length;
  }

  get sql(): Fragment {
    return joined(this.#fragments, ', ');
  }

  /** The columns under names that an outer SELECT can use. */
  get namedSql(): Fragment {
    return joined(
      this.#fragments.map((fragment, at) => sql`${fragment} AS ${columnName(at)}`),
      ', ',
    );
  }
}

/** The name of a column of `namedSql`. */
export function columnName(position: number): string {
  return `"c${position}"`;
}
