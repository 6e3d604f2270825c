import { type ComponentChildren, type JSX } from 'preact';
import { allKinds } from '../filters/filters';
import { type Language } from '../language/catalogue';
import { useTexts } from '../language/language-context';
import { telephoneLink } from '../listing/links';
import { kindWords } from '../page/page-address';
import { hotline } from '../page/page-footer';
import { type PageState } from '../page/page-state';

/** The search as a form that works without JavaScript: its answer is the page at `/?q=…`. */
export function SearchForm({ state }: { state: PageState }): JSX.Element {
  const texts = useTexts();
  const [kind] = state.kinds;
  return (
    <form class="served-search" action="/" method="get" role="search">
      <label for="served-text">{texts.searchLabel}</label>
      <input
        id="served-text"
        type="search"
        name="q"
        value={state.text}
        maxLength={200}
        placeholder={texts.searchPlaceholder}
      />
      <label for="served-kind">{texts.kindsLabel}</label>
      <select id="served-kind" name="kinds">
        <option value="">{texts.allKinds}</option>
        {allKinds.map((each) => (
          <option key={each} value={kindWords[each]} selected={state.kinds.length === 1 && each === kind}>
            {texts.kindNames[each]}
          </option>
        ))}
      </select>
      {state.language === 'en' && <input type="hidden" name="lang" value="en" />}
      <button type="submit" class="strong">
        {texts.searchAction}
      </button>
    </form>
  );
}

/** What stands around every page that the gateway draws itself. */
export function Frame(props: {
  state: PageState;
  /** The same page in the other language. */
  otherLanguage: string;
  children: ComponentChildren;
}): JSX.Element {
  const texts = useTexts();
  const { state, otherLanguage, children } = props;
  const other: Language = state.language === 'vi' ? 'en' : 'vi';
  return (
    <div class="served">
      <header class="page-head">
        <a class="brand" href={state.language === 'en' ? '/?lang=en' : '/'}>
          <img src="/icons/icon.svg" alt="" width="32" height="32" />
          <span>
            <strong>{texts.pageTitle}</strong>
            <small>{texts.pageSubtitle}</small>
          </span>
        </a>
        <a class="head-link" href={otherLanguage} lang={other} hreflang={other}>
          {texts.switchLanguage}
        </a>
      </header>
      <main>{children}</main>
      <footer class="page-foot">
        <p>
          {texts.hotline}: <a href={telephoneLink(hotline)}>{hotline}</a>
        </p>
        <p class="hint">{texts.independentNotice}</p>
      </footer>
    </div>
  );
}
