/** What a page is drawn of; web/src/served/request.ts says the same for the other side. */
interface PageRequest {
  readonly path: string;
  /** The part behind the path, from the question mark on; empty without. */
  readonly search: string;
  readonly language: 'vi' | 'en';
  /** Scheme and host by which others find this gateway. */
  readonly origin: string;
}

/** A drawn page, to be put into its frame. */
export interface ServedPage {
  readonly status: number;
  readonly location?: string;
  readonly language: 'vi' | 'en';
  /** Markup of the head and of the body. */
  readonly head: string;
  readonly body: string;
  readonly retryAfterSeconds?: number;
}

/** One operation of a page. */
interface PageOperation {
  readonly name: string;
  readonly text: string;
  readonly sha256Hash: string;
}

/** What an operation came to: its data, or the status by which it was refused. */
type PageOutcome =
  { readonly data: unknown } | { readonly status: number; readonly retryAfterSeconds?: number | undefined };

/** Carries out an operation of a page. */
export type ExecuteForPage = (operation: PageOperation, variables: unknown) => Promise<PageOutcome>;

/** Draws pages for those without JavaScript, of the same parts as the page in a browser (web/src/served). */
export interface PageRenderer {
  renderPage(request: PageRequest, execute: ExecuteForPage): Promise<ServedPage>;
}
