import { type JSX } from 'preact';
import { Icon } from '../icons/icon';
import { useTexts } from '../language/language-context';
import { usePage } from './page-store';

/** The name of the page, the way to one's own account, and the switch to the other language. */
export function PageHeader(): JSX.Element {
  const texts = useTexts();
  const { store, state } = usePage();
  const other = state.language === 'vi' ? 'en' : 'vi';
  return (
    <header class="page-head">
      <a
        class="brand"
        href="/"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          store.goHome();
        }}
      >
        <img src="/icons/icon.svg" alt="" width="32" height="32" />
        <span>
          <strong>{texts.pageTitle}</strong>
          <small>{texts.pageSubtitle}</small>
        </span>
      </a>
      <a class="head-link" href={state.language === 'en' ? '/account?lang=en' : '/account'}>
        <Icon name="person" />
        {texts.account}
      </a>
      <button type="button" class="bare language" lang={other} onClick={() => store.adjust({ language: other })}>
        {texts.switchLanguage}
      </button>
    </header>
  );
}
