/** An e-mail as Apex wrote it. */
export interface EmailMessage {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string | null;
  readonly plainText: string | null;
  readonly html: string | null;
  readonly replyTo: string | null;
  /** A contact, lead or user who gets it. */
  readonly targetObjectId: string | null;
  readonly whatId: string | null;
  readonly templateId: string | null;
  readonly attachments: readonly { readonly name: string; readonly body: Uint8Array }[];
}

/** One that the org would have sent. */
export interface SentEmail extends EmailMessage {
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}
