import { render } from 'preact';
import { registerServiceWorker } from './offline/register';
import { Page } from './page/page';
import { readPath } from './page/page-address';
import { PageStore, PageStoreProvider } from './page/page-store';
import './styles/page.css';

/** The account area is fetched by those who go there; everyone else waits for the directory alone. */
async function renderAccount(root: HTMLElement): Promise<void> {
  const { AccountArea } = await import('./account/account-area');
  render(<AccountArea />, root);
}

const root = document.getElementById('page');
if (root && location.pathname !== '/' && !readPath(location.pathname)) {
  void renderAccount(root);
} else if (root) {
  // What the server drew for those without JavaScript makes room for the same in the map page.
  root.replaceChildren();
  render(
    <PageStoreProvider value={new PageStore()}>
      <Page />
    </PageStoreProvider>,
    root,
  );
}
registerServiceWorker();
