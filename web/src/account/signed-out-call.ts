const channelName = 'account';
const signedOut = 'signed-out';

/** Tells the other tabs of this browser that the person signed out, so that none goes on showing what it knows. */
export class SignedOutCall {
  readonly #channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(channelName) : null;

  constructor(onCall: () => void) {
    this.#channel?.addEventListener('message', ({ data }) => {
      if (data === signedOut) onCall();
    });
  }

  send(): void {
    this.#channel?.postMessage(signedOut);
  }
}
