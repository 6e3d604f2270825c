/** Where a browser keeps its session: a cookie that no script can read. */
export interface SessionCarrier {
  /** Lets the browser keep a session as a cookie. */
  keep(token: string, expiresAt: string): void;
  /** Makes the browser forget its cookie. */
  forget(): void;
}
