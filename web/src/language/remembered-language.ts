import { type Language } from './catalogue';

const languageKey = 'language';

/** The language that an address wishes, else the one chosen last on this device, else Vietnamese. */
export function rememberedLanguage(search = ''): Language {
  const wished = new URLSearchParams(search).get('lang');
  if (wished === 'en' || wished === 'vi') return wished;
  try {
    return localStorage.getItem(languageKey) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** Keeps the chosen language on this device. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // Without storage the language lasts as long as the page.
  }
}
