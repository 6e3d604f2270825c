const channelName = 'account';

/** What happened to the session that all tabs of a browser share. */
export type SessionChange = 'signedOut' | 'signedIn';

/** Tells the other tabs of this browser of it, so that none goes on showing what it knows of someone. */
export class SessionCall {
  readonly #channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(channelName) : null;

  constructor(onCall: (change: SessionChange) => void) {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === 'signedOut' || data === 'signedIn') onCall(data);
    });
  }

  send(change: SessionChange): void {
    this.#channel?.postMessage(change);
  }
}
