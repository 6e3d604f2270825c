import { type ComponentChildren, type JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useAccount } from './account-store';
import { useTexts } from '../language/language-context';

/**
 * The heading of a page of the account area. It names the browser's tab, and takes the focus when the person came here
 * from another page of the area, so that a screen reader tells where they are.
 */
export function PageHeading({ children, title }: { children?: ComponentChildren; title: string }): JSX.Element {
  const { state } = useAccount();
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (state.moved) heading.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    document.title = `${title} · ${texts.pageTitle}`;
  }, [title, texts]);
  return (
    <h1 ref={heading} tabIndex={-1} class="page-heading">
      {title}
      {children}
    </h1>
  );
}
