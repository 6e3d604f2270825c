/** How a message reaches a person. */
export type Channel = 'SMS' | 'EMAIL';

/** What a person reads. */
export interface MessageContent {
  readonly subject: string;
  readonly text: string;
}

/** A message as it leaves the service. */
export interface OutgoingMessage extends MessageContent {
  /** The same at every try, so that a carrier can drop what it has already. */
  readonly id: string;
  readonly channel: Channel;
  /** Telephone number or e-mail address. */
  readonly to: string;
}

/** Hands messages to a carrier; resolves when the carrier has taken the message. */
export interface Carrier {
  send(message: OutgoingMessage): Promise<void>;
  /** Ends its connections. */
  close(): void;
}

/** A carrier did not take a message. The reason is a code of the carrier: its words could repeat the recipient. */
export class CarrierError extends Error {
  constructor(readonly reason: string) {
    super(`The carrier did not take the message (${reason}).`);
    this.name = 'CarrierError';
  }
}
