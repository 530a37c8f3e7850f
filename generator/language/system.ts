/** A billing system that mappings lead to. */

export interface SystemOptions {
  /** Folder of the mapping and stable key in data, lower case. */
  readonly name: string;
  /** As people know it. */
  readonly label: string;
  /** Starts every Apex class of the system: two to four letters, the first a capital. Released, so never changed. */
  readonly prefix: string;
}
/** Declares a billing system; the TSDoc above it introduces its reference documentation. */
export declare function system(options: SystemOptions): SystemOptions;
