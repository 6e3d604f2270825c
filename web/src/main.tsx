import { render } from 'preact';
import { registerServiceWorker } from './offline/register';
import { Page } from './page/page';
import { PageStore, PageStoreProvider } from './page/page-store';
import './styles/page.css';

const root = document.getElementById('page');
if (root) {
  render(
    <PageStoreProvider value={new PageStore()}>
      <Page />
    </PageStoreProvider>,
    root,
  );
}
registerServiceWorker();
