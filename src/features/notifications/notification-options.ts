/** How messages leave the service. A way that is not configured ends in the local mailbox. */
export interface NotificationOptions {
  /** `smtp://` or `smtps://`, with user and password if the server wants them. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Where the SMS gateway takes messages by POST. */
  readonly smsUrl: string | undefined;
  /** Bearer token for the SMS gateway. */
  readonly smsToken: string | undefined;
  /** Where messages go that have no other way. */
  readonly mailboxFile: string;
}
