import { type JSX } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { LanguageContext } from '../language/language-context';
import { AccountStore, AccountStoreProvider, useAccount } from './account-store';
import { Frame } from './frame';
import { NoSuchPage } from './no-such-page';
import { routes } from './routes';
import './styles/account.css';

function Places(): JSX.Element {
  const { state } = useAccount();
  const route = state.place === null ? undefined : routes[state.place];
  const Content = route?.component ?? NoSuchPage;
  useLayoutEffect(() => {
    document.documentElement.lang = state.language;
  }, [state.language]);
  return (
    <LanguageContext.Provider value={state.language}>
      <Frame isPersonal={route?.isPersonal ?? false}>
        <Content key={`${state.place} ${state.session}`} />
      </Frame>
    </LanguageContext.Provider>
  );
}

/** The account area: signing in, and everything a person may see about themselves. */
export function AccountArea(): JSX.Element {
  const store = useMemo(() => new AccountStore(), []);
  return (
    <AccountStoreProvider value={store}>
      <Places />
    </AccountStoreProvider>
  );
}
