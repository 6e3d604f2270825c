import { type RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Opens every row while the page is printed: what is folded up would be missing on paper. */
export function useOpenOnPaper(list: RefObject<HTMLElement>): void {
  // Rows that can be seen can be printed: no moment between the two.
  useLayoutEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = (): void => {
      opened = [...(list.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [])];
      for (const row of opened) row.open = true;
    };
    const close = (): void => {
      for (const row of opened) row.open = false;
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, []);
}
