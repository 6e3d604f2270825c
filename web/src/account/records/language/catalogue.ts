import { type Translated } from '../../../language/catalogue';
import { type vietnamese } from './vietnamese';

/** All texts of the pages of records in one language. */
export type RecordTexts = Translated<typeof vietnamese>;
