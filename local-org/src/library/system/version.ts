import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

/** `System.Version`: that of a managed package. */
export class Version extends PlatformObject {
  readonly major: number;
  readonly minor: number;
  /** Null when it was not given. */
  readonly patch: number | null;

  constructor(major: number | null, minor: number | null, patch: number | null = null) {
    super();
    if (major === null || minor === null)
      throwApex('System.NullPointerException', 'Argument cannot be null.');
    this.major = major;
    this.minor = minor;
    this.patch = patch;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Version');
  }

  compareTo(other: Version | null): number {
    if (other === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
    const parts = [
      this.major - other.major,
      this.minor - other.minor,
      (this.patch ?? 0) - (other.patch ?? 0),
    ];
    return Math.sign(parts.find((part) => part !== 0) ?? 0);
  }

  override toString(): string {
    return [this.major, this.minor, ...(this.patch === null ? [] : [this.patch])].join('.');
  }
}

export const versionClass = libraryClass({
  name: 'System.Version',
  constructors: {
    '(Integer,Integer)': (_, major, minor) => new Version(major, minor),
    '(Integer,Integer,Integer)': (_, major, minor, patch) => new Version(major, minor, patch),
  },
  methods: {
    'compareTo(Version)': (version: Version, other) => version.compareTo(other),
    'major()': (version: Version) => version.major,
    'minor()': (version: Version) => version.minor,
    'patch()': (version: Version) => version.patch,
  },
});
