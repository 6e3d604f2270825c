import { type vietnamese } from './vietnamese';

/** The same keys with the same kinds of text: a missing or superfluous translation does not compile. */
export type Translated<Text> = Text extends (...values: infer Values) => string
  ? (...values: Values) => string
  : Text extends string
    ? string
    : { readonly [Key in keyof Text]: Translated<Text[Key]> };

/** All texts of the page in one language. */
export type Catalogue = Translated<typeof vietnamese>;

/** Languages of the page; the code is also the value of the `lang` attribute. */
export type Language = 'vi' | 'en';
