import { type JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTexts } from '../language/language-context';
import { useAccount } from './account-store';

/** Properties of the heading of a page. */
export interface PageHeadingProps {
  title: string;
  /** The step of a page that follows an action: its heading takes the focus always. */
  alwaysFocused?: boolean;
  /** Element that says more; read out together with the heading. */
  describedBy?: string;
}

/**
 * The heading of a page of the account area. It names the browser's tab, and takes the focus when the person came here
 * from another page of the area, so that a screen reader tells where they are.
 */
export function PageHeading({ title, alwaysFocused = false, describedBy }: PageHeadingProps): JSX.Element {
  const { state } = useAccount();
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!state.moved && !alwaysFocused) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  useLayoutEffect(() => {
    document.title = `${title} · ${texts.pageTitle}`;
  }, [title, texts]);
  return (
    <h1 ref={heading} tabIndex={-1} class="page-heading" aria-describedby={describedBy}>
      {title}
    </h1>
  );
}
