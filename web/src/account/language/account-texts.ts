import { type Language } from '../../language/catalogue';
import { useLanguage } from '../../language/language-context';
import { type AccountCatalogue } from './account-catalogue';
import { english } from './english';
import { vietnamese } from './vietnamese';

const catalogues: Record<Language, AccountCatalogue> = { vi: vietnamese, en: english };

/** The texts of the account area in the current language. */
export function useAccountTexts(): AccountCatalogue {
  return catalogues[useLanguage()];
}
