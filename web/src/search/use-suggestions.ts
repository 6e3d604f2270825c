import { useEffect, useState } from 'preact/hooks';

/** Typing asks only after this pause (milliseconds); faster typists cause no requests in between. */
const pauseMs = 140;
const shortestText = 2;

const none: readonly never[] = [];

/**
 * Suggestions for a text while it is typed: `find` is asked after a short pause, older questions are cancelled, and
 * faults mean no suggestions. Null as text asks nothing.
 */
export function useSuggestions<Option>(
  text: string | null,
  context: string,
  find: (text: string, signal: AbortSignal) => Promise<readonly Option[]>,
): readonly Option[] {
  const [options, setOptions] = useState<readonly Option[]>(none);
  const wanted = text?.trim() ?? '';

  useEffect(() => {
    if (wanted.length < shortestText) {
      setOptions(none);
      return;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      find(wanted, control.signal).then(
        (found) => !control.signal.aborted && setOptions(found),
        () => !control.signal.aborted && setOptions(none),
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [wanted, context]);

  return options;
}
