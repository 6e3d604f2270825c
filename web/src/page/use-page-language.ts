import { useLayoutEffect } from 'preact/hooks';
import { type Language } from '../language/catalogue';
import { textsOf } from '../language/language-context';

/** Tells browsers and screen readers the language, and names the page after the chosen listing. */
export function usePageLanguage(language: Language, listingName: string | null): void {
  useLayoutEffect(() => {
    const texts = textsOf(language);
    document.documentElement.lang = language;
    const page = `${texts.pageTitle}: ${texts.pageSubtitle}`;
    document.title = listingName === null ? page : `${listingName} · ${texts.pageTitle}`;
  }, [language, listingName]);
}
