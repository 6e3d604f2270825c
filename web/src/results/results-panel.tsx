import { type JSX } from 'preact';
import { type ChosenUnit } from '../filters/filters';
import { formatCount } from '../language/formats';
import { useLanguage, useTexts } from '../language/language-context';
import { FailureNotice } from '../page/failure-notice';
import { usePage } from '../page/page-store';
import { AnswerNotes } from './answer-notes';
import { EmptyNotice } from './empty-notice';
import { followsMap } from './plan';
import { ResultList, type ResultListProps } from './result-list';
import { type Results } from './use-results';

/** The list with what stands above and below it. */
export interface ResultsPanelProps extends ResultListProps {
  results: Results;
  count: number;
  /** A unit that was taken off the filters because the directory does not know it. */
  unknownUnit: ChosenUnit | null;
  /** There is a position to wait for. */
  locating: boolean;
  onRetry: () => void;
  onMore: () => void;
  onWholeCountry: () => void;
}

function useHeading({ results, items, count }: ResultsPanelProps): string {
  const texts = useTexts();
  const language = useLanguage();
  const { plan, set } = results;
  if (!plan || !set) return texts.resultsLabel;
  const number = formatCount(count, language);
  if (plan.mode === 'view') return texts.placesInView(number);
  if (plan.near && plan.mode === 'listings') return texts.nearestPlaces(formatCount(items.length, language));
  return set.next ? texts.placesShown(formatCount(items.length, language), number) : texts.placesFound(number);
}

/** The results in words, with their number, their age when they are old, and help when there are none. */
export function ResultsPanel(props: ResultsPanelProps): JSX.Element {
  const texts = useTexts();
  const { results, items, locating } = props;
  const { status, plan, set, failure } = results;
  const heading = useHeading(props);
  const busy = status === 'loading' || locating;
  return (
    <section id="results" class="results" aria-label={texts.resultsLabel} aria-busy={busy} tabIndex={-1}>
      <div class="results-head">
        <div role="status">
          <h2>{locating ? texts.locating : heading}</h2>
        </div>
        <InViewSwitch />
        {props.unknownUnit && <p class="corrected">{texts.unknownUnit(props.unknownUnit.name)}</p>}
        {set && <AnswerNotes set={set} />}
      </div>
      <div class={busy ? 'progress running' : 'progress'} aria-hidden="true" />
      {failure && status === 'failed' && <FailureNotice failure={failure} onRetry={props.onRetry} />}
      {status === 'ready' && plan && items.length === 0 && (
        <EmptyNotice inView={followsMap(plan)} onWholeCountry={props.onWholeCountry} />
      )}
      {status === 'loading' && items.length === 0 && <RowsToCome />}
      <ResultList {...props} />
      {set?.next && items.length > 0 && (
        <button type="button" class="plain more" disabled={results.loadingMore} onClick={props.onMore}>
          {results.loadingMore ? texts.loading : texts.showMore}
        </button>
      )}
      {failure && status === 'ready' && <FailureNotice failure={failure} onRetry={props.onMore} />}
    </section>
  );
}

/** Where a text or a unit names other places than the map shows, results can be kept to the visible part. */
function InViewSwitch(): JSX.Element | null {
  const texts = useTexts();
  const { store, state } = usePage();
  if (state.text === '' && !state.filters.unit) return null;
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={state.onlyInView}
        onChange={(event) => store.go({ onlyInView: event.currentTarget.checked })}
      />
      {texts.onlyInView}
    </label>
  );
}

function RowsToCome(): JSX.Element {
  return (
    <div class="rows-to-come" aria-hidden="true">
      {[1, 2, 3, 4].map((row) => (
        <div key={row} />
      ))}
    </div>
  );
}
