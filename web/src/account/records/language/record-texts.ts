import { useLanguage } from '../../../language/language-context';
import { type RecordTexts } from './catalogue';
import { english } from './english';
import { vietnamese } from './vietnamese';

/** The texts of the pages of records in the current language. */
export function useRecordTexts(): RecordTexts {
  return useLanguage() === 'vi' ? vietnamese : english;
}
