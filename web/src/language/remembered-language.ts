import { type Language } from './catalogue';

const languageKey = 'language';

/**
 * The language that an address wishes, else the one chosen last on this device, else the one in which the gateway sent
 * the page: the first of the browser's that it speaks.
 */
export function rememberedLanguage(search = ''): Language {
  const wished = new URLSearchParams(search).get('lang');
  if (wished === 'en' || wished === 'vi') return wished;
  try {
    const remembered = localStorage.getItem(languageKey);
    if (remembered === 'en' || remembered === 'vi') return remembered;
  } catch {
    // Without storage nothing is remembered.
  }
  return globalThis.document?.documentElement.lang === 'en' ? 'en' : 'vi';
}

/** Keeps the chosen language on this device. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // Without storage the language lasts as long as the page.
  }
}
