import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../api/ask';
import { SuggestOperation, type SuggestQuery } from '../generated/operations';
import { Icon } from '../icons/icon';
import { KindIcon } from '../icons/kind-icon';
import { useTexts } from '../language/language-context';
import { type Place } from '../map/mercator';
import { usePage } from '../page/page-store';
import { choosePlace, PlaceChoice } from '../place/place-choice';
import { Combobox } from './combobox';
import { useSuggestions } from './use-suggestions';

type Suggestion =
  | { type: 'place'; place: SuggestQuery['suggestPlaces'][number] }
  | { type: 'listing'; listing: SuggestQuery['suggest'][number] };

/** Places come first: who types where they live wants to know where to go. */
function inOrder({ suggestPlaces, suggest }: SuggestQuery): Suggestion[] {
  return [
    ...suggestPlaces.map((place) => ({ type: 'place' as const, place })),
    ...suggest.map((listing) => ({ type: 'listing' as const, listing })),
  ];
}

/** The one box for everything: a name, an address, a code, in any spelling. */
export function SearchBox({ origin }: { origin: Place | null }): JSX.Element {
  const texts = useTexts();
  const { store, state } = usePage();
  // What is being typed belongs to the search it began on: a new search, by whatever way, ends it at once. Ending it in
  // an effect would come a frame later and take away what was typed in between.
  const [typing, setTyping] = useState<{ readonly text: string; readonly since: string } | null>(null);
  const draft = typing?.since === state.text ? typing.text : null;

  const kinds = state.kinds.length > 0 ? [...state.kinds] : null;
  const options = useSuggestions<Suggestion>(draft, state.kinds.join(), async (text, signal) => {
    const { data } = await ask(SuggestOperation, { text, kinds, near: origin }, signal);
    return inOrder(data);
  });

  const search = (text: string): void => {
    setTyping(null);
    if (text.trim() !== state.text) store.go({ text: text.trim() });
  };

  return (
    <form
      role="search"
      class="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        search(draft ?? state.text);
      }}
    >
      <Combobox
        id="search"
        label={texts.searchLabel}
        placeholder={texts.searchPlaceholder}
        value={draft ?? state.text}
        options={draft === null ? [] : options}
        optionKey={(option) =>
          option.type === 'place' ? option.place.unit.id : `${option.listing.kind}:${option.listing.code}`
        }
        renderOption={(option) =>
          option.type === 'place' ? (
            <>
              <span class="kind">
                <Icon name="locate" />
              </span>
              <PlaceChoice place={option.place} />
              <span class="only-heard">{texts.placeOption}</span>
            </>
          ) : (
            <>
              <span class={`kind ${option.listing.kind.toLowerCase()}`}>
                <KindIcon kind={option.listing.kind} />
              </span>
              <span class="suggestion-text" lang="vi">
                {option.listing.text}
              </span>
              <span class="only-heard">{texts.kindNames[option.listing.kind]}</span>
            </>
          )
        }
        listLabel={texts.suggestionsLabel}
        announcement={texts.suggestionCount(options.length)}
        onInput={(text) => setTyping({ text, since: store.state.text })}
        onChoose={(option) => {
          setTyping(null);
          if (option.type === 'place') choosePlace(store, option.place);
          else {
            const { text, kind, code } = option.listing;
            store.go({ text });
            store.openListing({ kind, code });
          }
        }}
        onSubmit={search}
      >
        {(draft ?? state.text) !== '' && (
          <button type="button" class="bare" aria-label={texts.clearSearch} onClick={() => search('')}>
            <Icon name="clear" />
          </button>
        )}
        <button type="submit" class="search-button" aria-label={texts.searchAction}>
          <Icon name="search" />
        </button>
      </Combobox>
    </form>
  );
}
