import { type JSX } from 'preact';
import { filterLabel } from '../filters/filter-words';
import { Icon } from '../icons/icon';
import { formatAge } from '../language/formats';
import { useTexts } from '../language/language-context';
import { usePage } from '../page/page-store';
import { PlaceChoice, choosePlace } from '../place/place-choice';
import { type ResultSet } from './fetch-results';

/** Whether the text was a code that no entry has; the results, if any, have similar ones. */
function isMissingCode({ items, dropped }: ResultSet): boolean {
  const [first] = items;
  if (dropped.length === 0) return false;
  return first === undefined || (first.type === 'listing' && first.reasons.includes('SIMILAR_CODE'));
}

/** What was made of a text: the places it names, what was mended, what was left out, and how old the answer is. */
export function AnswerNotes({ set }: { set: ResultSet }): JSX.Element {
  const texts = useTexts();
  const { store, state } = usePage();
  const { correctedText, dropped, places, storedAt } = set;
  const missing = isMissingCode(set);
  return (
    <>
      {places.length > 0 && (
        <ul class="places" aria-label={texts.placesLabel}>
          {places.map((place) => (
            <li key={place.unit.id}>
              <button type="button" class="plain" onClick={() => choosePlace(store, place)}>
                <Icon name="locate" />
                <span>
                  {texts.officeOfPlace} <PlaceChoice place={place} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {state.dropped.length > 0 && (
        <p class="corrected" role="status">
          {texts.droppedFilters(state.dropped.map((name) => filterLabel(name, texts)).join(', '))}
        </p>
      )}
      {correctedText && (
        <p class="corrected">
          {texts.correctedTo(correctedText)}{' '}
          <button type="button" class="link" onClick={() => store.go({ asTyped: true })}>
            {texts.searchAsTyped(state.text)}
          </button>
        </p>
      )}
      {missing && (
        <p class="corrected missing-code">
          {set.items.length > 0 ? texts.similarCodes(dropped.join(', ')) : texts.noSimilarCodes(dropped.join(', '))}
        </p>
      )}
      {!missing && dropped.length > 0 && <p class="corrected">{texts.droppedWords(dropped.join(', '))}</p>}
      {storedAt !== null && <p class="stored">{texts.storedAnswer(formatAge(storedAt, texts))}</p>}
    </>
  );
}
