import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Catalogue, type Language } from './catalogue';
import { english } from './english';
import { vietnamese } from './vietnamese';

const catalogues: Record<Language, Catalogue> = { vi: vietnamese, en: english };

/** The language of everything below; the page provides it from its state. */
export const LanguageContext = createContext<Language>('vi');

/** The texts of one language, for code that is no component. */
export function textsOf(language: Language): Catalogue {
  return catalogues[language];
}

/** The current language. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The texts of the current language. */
export function useTexts(): Catalogue {
  return catalogues[useContext(LanguageContext)];
}
