import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../api/ask';
import { type PlaceChoiceFragment, SuggestPlacesOperation } from '../generated/operations';
import { Icon } from '../icons/icon';
import { formatDate } from '../language/formats';
import { useTexts } from '../language/language-context';
import { Combobox } from '../search/combobox';
import { useSuggestions } from '../search/use-suggestions';
import { chosenUnit, PlaceChoice, todayInWords } from '../place/place-choice';
import { type ChosenPlace } from '../place/use-chosen-place';
import { type ChosenUnit } from './filters';

/** Properties of the filter by administrative unit. */
export interface UnitFilterProps {
  unit: ChosenUnit | null;
  /** What the directory made of it, as soon as that is known. */
  place: ChosenPlace | null;
  onChoose: (unit: ChosenUnit | null) => void;
}

/** Chooses a commune, district or province by its old or new name; an old one shows until when it existed. */
export function UnitFilter({ unit, place, onChoose }: UnitFilterProps): JSX.Element {
  const texts = useTexts();
  const [draft, setDraft] = useState('');
  const options = useSuggestions<PlaceChoiceFragment>(draft, '', async (text, signal) => {
    const { data } = await ask(SuggestPlacesOperation, { text }, signal);
    return data.suggestPlaces;
  });
  if (unit) {
    return (
      <div class="field">
        <span class="field-label">{texts.unitFilter}</span>
        <button type="button" class="chip chosen" onClick={() => onChoose(null)}>
          <span class="only-heard">{texts.removeUnit}: </span>
          <span>
            <span lang="vi">{unit.name}</span>
            {unit.asOf && `, ${texts.unitUntil(formatDate(unit.asOf))}`}
            {unit.asOf && place && (
              <>
                {' → '}
                <span lang="vi">{todayInWords(place.unit.today, texts)}</span>
              </>
            )}
          </span>
          <Icon name="clear" />
        </button>
      </div>
    );
  }
  return (
    <div class="field">
      <Combobox
        id="unit"
        label={texts.unitFilter}
        labelVisible
        placeholder={texts.unitPlaceholder}
        value={draft}
        options={options}
        optionKey={(place) => place.unit.id}
        renderOption={(place) => <PlaceChoice place={place} />}
        listLabel={texts.suggestionsLabel}
        announcement={texts.suggestionCount(options.length)}
        onInput={setDraft}
        onChoose={(place) => {
          setDraft('');
          onChoose(chosenUnit(place));
        }}
      />
    </div>
  );
}
