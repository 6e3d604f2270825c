import { type ComponentChildren, type JSX } from 'preact';
import { useAccount } from './account-store';
import { paths, type PlaceName } from './paths';

/** Properties of a link inside the account area. */
export interface AccountLinkProps {
  to: PlaceName;
  class?: string;
  children: ComponentChildren;
}

/** A link inside the account area; it is a plain link too, so that it can be opened in a tab of its own. */
export function AccountLink({ to, children, class: className }: AccountLinkProps): JSX.Element {
  const { store, state } = useAccount();
  return (
    <a
      href={paths[to]}
      class={className}
      aria-current={state.place === to ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        store.goTo(to);
      }}
    >
      {children}
    </a>
  );
}
