import { render } from 'preact';
import { registerServiceWorker } from './offline/register';
import { Page } from './page/page';
import { PageStore, PageStoreProvider } from './page/page-store';
import './styles/page.css';

/** The account area is fetched by those who go there; everyone else waits for the directory alone. */
async function renderAccount(root: HTMLElement): Promise<void> {
  const { AccountArea } = await import('./account/account-area');
  render(<AccountArea />, root);
}

const root = document.getElementById('page');
if (root && location.pathname !== '/') {
  void renderAccount(root);
} else if (root) {
  render(
    <PageStoreProvider value={new PageStore()}>
      <Page />
    </PageStoreProvider>,
    root,
  );
}
registerServiceWorker();
