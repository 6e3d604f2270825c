import { createTransport } from 'nodemailer';
import { type Carrier, CarrierError, type OutgoingMessage } from '../message';

const TIMEOUT_MS = 15_000;
/** Twice what a lane sends at once: codes and notices have a lane each. */
const CONNECTIONS = 8;

/** E-mail through an SMTP server; TLS is used wherever the server offers it. */
export class SmtpCarrier implements Carrier {
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({
      url,
      pool: true,
      // As many as messages can be on their way at once, so that none waits for the connection of another.
      maxConnections: CONNECTIONS,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ id, to, subject, text }: OutgoingMessage): Promise<void> {
    try {
      // As an object: a string is read as a list of addresses, and one from a form could name several.
      const recipient = { name: '', address: to };
      await this.transport.sendMail({
        from: this.from,
        to: recipient,
        subject,
        text,
        messageId: `<${id}@bhxh-gateway>`,
      });
    } catch (error) {
      const { code = 'unknown', responseCode = '' } = error as { code?: string; responseCode?: number };
      throw new CarrierError(`${code} ${responseCode}`.trim());
    }
  }

  close(): void {
    this.transport.close();
  }
}
