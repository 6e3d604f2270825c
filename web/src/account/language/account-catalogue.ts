import { type Translated } from '../../language/catalogue';
import { type vietnamese } from './vietnamese';

/** All texts of the account area in one language. */
export type AccountCatalogue = Translated<typeof vietnamese>;
