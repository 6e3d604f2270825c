import { type Carrier, CarrierError, type OutgoingMessage } from '../message';

const TIMEOUT_MS = 10_000;

/** SMS through a gateway that takes `{ "id", "to", "text" }` by POST and answers with any 2xx. */
export class SmsHttpCarrier implements Carrier {
  constructor(
    private readonly url: string,
    private readonly token: string | undefined,
  ) {}

  async send({ id, to, text }: OutgoingMessage): Promise<void> {
    const status = await fetch(this.url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ id, to, text }),
    }).then(
      async (answer) => {
        await answer.body?.cancel();
        return answer.ok ? 'ok' : `HTTP ${answer.status}`;
      },
      (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
    );
    if (status !== 'ok') throw new CarrierError(status);
  }

  close(): void {
    // Every message has a request of its own: there is nothing to end.
  }
}
