import { type ComponentChildren, type JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../language/language-context';
import { useOnline } from '../page/use-online';
import { AccountLink } from './account-link';
import { useAccount } from './account-store';
import { useAccountTexts } from './language/account-texts';
import { navigation } from './routes';
import { SignOutButton } from './sign-in/sign-out-button';

/** The pages about the person. While a new password is due it is not there: each would only lead back to that. */
function Navigation(): JSX.Element | null {
  const texts = useAccountTexts();
  const { state } = useAccount();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current="page"]');
    // On a phone the strip is wider than the screen: the present page is brought into sight.
    if (current && list.current) list.current.scrollLeft = current.offsetLeft - 16;
  }, [state.place]);
  if (state.reason === 'passwordDue') return null;
  return (
    <nav class="account-nav" aria-label={texts.navigation}>
      <ul ref={list}>
        {navigation.map((place) => (
          <li key={place}>
            <AccountLink to={place}>{texts.places[place]}</AccountLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Head({ isPersonal }: { isPersonal: boolean }): JSX.Element {
  const texts = useTexts();
  const accountTexts = useAccountTexts();
  const { store, state } = useAccount();
  const other = state.language === 'vi' ? 'en' : 'vi';
  return (
    <header class="page-head">
      <a class="brand" href={state.language === 'en' ? '/?lang=en' : '/'}>
        <img src="/icons/icon.svg" alt="" width="32" height="32" />
        <span>
          <strong>{texts.pageTitle}</strong>
          <small>{accountTexts.backToDirectory}</small>
        </span>
      </a>
      {isPersonal && <SignOutButton />}
      <button type="button" class="bare language" lang={other} onClick={() => store.setLanguage(other)}>
        {texts.switchLanguage}
      </button>
    </header>
  );
}

/** What stands around every page of the account area: the way back to the directory, the language, the navigation. */
export function Frame({ isPersonal, children }: { isPersonal: boolean; children: ComponentChildren }): JSX.Element {
  const texts = useTexts();
  const accountTexts = useAccountTexts();
  const online = useOnline();
  return (
    <div class="account">
      <a class="skip" href="#content">
        {accountTexts.skipToContent}
      </a>
      <Head isPersonal={isPersonal} />
      {!online && (
        <p class="offline" role="status">
          {accountTexts.offline}
        </p>
      )}
      <div class={isPersonal ? 'account-body personal' : 'account-body'}>
        {isPersonal && <Navigation />}
        <main id="content" class="account-content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <footer class="account-foot">
        <p class="hint">{texts.independentNotice}</p>
        <AccountLink to="findCode">{accountTexts.places.findCode}</AccountLink>
      </footer>
    </div>
  );
}
