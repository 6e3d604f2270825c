import { type JSX } from 'preact';
import { type Language } from '../language/catalogue';
import { textsOf } from '../language/language-context';
import { type PageState } from '../page/page-state';
import { type PageHead } from './head';

/** A page before it is put into its frame, or where it stands now. */
export type Drawn =
  | { location: string }
  | {
      status: number;
      head: PageHead;
      addresses: Readonly<Record<Language, string>>;
      content: JSX.Element;
      retryAfterSeconds?: number;
    };

/** One address for each language. */
export function inBoth(address: (language: Language) => string): Record<Language, string> {
  return { vi: address('vi'), en: address('en') };
}

/** Nothing has this address; the form below it helps to find what was meant. */
export function notFound(state: PageState): Drawn {
  const texts = textsOf(state.language);
  return {
    status: 404,
    head: { title: `${texts.notFoundTitle} · ${texts.pageTitle}`, description: texts.notFoundHelp, addresses: null },
    addresses: inBoth((language) => `/?lang=${language}`),
    content: (
      <>
        <h1>{texts.notFoundTitle}</h1>
        <p class="notice">{texts.notFoundHelp}</p>
      </>
    ),
  };
}

/** The gateway could not answer: what is wrong, and when to come again. */
export function unanswered(state: PageState, status: number, retryAfterSeconds: number | undefined): Drawn {
  const texts = textsOf(state.language);
  const isBusy = status === 503 || status === 429;
  const reason = isBusy
    ? retryAfterSeconds === undefined
      ? texts.errorBusy
      : texts.errorBusyFor(retryAfterSeconds)
    : status < 500
      ? texts.errorRefused
      : texts.errorUnknown;
  return {
    status,
    head: { title: `${texts.errorTitle} · ${texts.pageTitle}`, description: reason, addresses: null },
    addresses: inBoth((language) => `/?lang=${language}`),
    content: (
      <>
        <h1>{texts.errorTitle}</h1>
        <p class="notice">{reason}</p>
      </>
    ),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}
