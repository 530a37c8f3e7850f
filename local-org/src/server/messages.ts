import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OrgOptions } from '../local-org.ts';
import type { ApiReply, ApiRequest } from './back/reply.ts';
import type { LogEntry } from './back/request-log.ts';

/** How the org's thread is started. Functions can't cross threads, so callouts go to this machine's network. */
export interface ThreadData {
  readonly org: Omit<OrgOptions, 'callouts' | 'testCallouts' | 'clock'>;
  /** Files of anonymous Apex that a new database begins with. */
  readonly apex: readonly string[];
  /** Plans of records, as `sf data import tree` takes them, that a new database begins with. */
  readonly data: readonly string[];
  readonly app: string | null;
}

export type ToThread =
  | { readonly kind: 'request'; readonly id: number; readonly request: ApiRequest }
  | { readonly kind: 'hasUser'; readonly id: number; readonly userId: string }
  | { readonly kind: 'reload'; readonly kinds: readonly ChangeKind[] }
  | { readonly kind: 'close' };

export type FromThread =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: ApiReply }
  | { readonly kind: 'hasUser'; readonly id: number; readonly exists: boolean }
  | { readonly kind: 'progress'; readonly text: string }
  | ({ readonly kind: 'ready' } & OrgStart)
  /** It could not start: a message for people. */
  | { readonly kind: 'failed'; readonly message: string }
  /** Something went wrong behind the scenes. */
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'event'; readonly event: ServerEvent };

/** What is known of an org once it is there. */
export interface OrgStart {
  /** In the project's files. */
  readonly errors: number;
  readonly organizationId: string;
  readonly administratorId: string;
}

export type ChangeKind = 'apex' | 'metadata' | 'lwc' | 'mapping';

/** What `GET /local/events` sends. */
export type ServerEvent =
  { readonly type: 'log'; readonly data: LogEntry } | { readonly type: 'reload'; readonly data: ReloadEvent };

export interface ReloadEvent {
  readonly kind: ChangeKind;
  readonly diagnostics: readonly Diagnostic[];
  /** What could not be kept: objects whose records began anew. */
  readonly reset: readonly string[];
  readonly milliseconds: number;
}
