import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../api/ask';
import { UnitsOperation, type UnitsQuery } from '../generated/operations';
import { Icon } from '../icons/icon';
import { formatDate } from '../language/formats';
import { useTexts } from '../language/language-context';
import { Combobox } from '../search/combobox';
import { useSuggestions } from '../search/use-suggestions';
import { type ChosenUnit } from './filters';

/** Units were merged and districts ended with this day (Resolution 202/2025/QH15); people go on using their names. */
const lastDayBeforeMergers = '2025-06-30';

type Unit = UnitsQuery['units']['edges'][number]['node'];

/** Properties of the filter by administrative unit. */
export interface UnitFilterProps {
  unit: ChosenUnit | null;
  onChoose: (unit: ChosenUnit | null) => void;
}

/** Chooses a commune, district or province by its old or new name; an old one shows until when it existed. */
export function UnitFilter({ unit, onChoose }: UnitFilterProps): JSX.Element {
  const texts = useTexts();
  const [draft, setDraft] = useState('');
  const options = useSuggestions<Unit>(draft, '', async (text, signal) => {
    const { data } = await ask(UnitsOperation, { text, before: lastDayBeforeMergers }, signal);
    const former = data.former.edges.filter(({ node }) => node.validUntil);
    return [...data.units.edges, ...former].map(({ node }) => node);
  });
  if (unit) {
    return (
      <div class="field">
        <span class="field-label">{texts.unitFilter}</span>
        <button
          type="button"
          class="chip chosen"
          aria-label={`${texts.removeUnit}: ${unit.name}`}
          onClick={() => onChoose(null)}
        >
          <span lang="vi">{unit.name}</span>
          <Icon name="clear" />
        </button>
      </div>
    );
  }
  const describe = ({ level, province, validUntil }: Unit): string =>
    [
      level === 'PROVINCE' ? texts.unitLevels.PROVINCE : province?.name,
      validUntil && texts.unitUntil(formatDate(validUntil)),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <div class="field">
      <Combobox
        id="unit"
        label={texts.unitFilter}
        labelVisible
        placeholder={texts.unitPlaceholder}
        value={draft}
        options={options}
        optionKey={({ id }) => id}
        renderOption={(option) => (
          <span class="suggestion-text">
            <span lang="vi">{option.name}</span> <small>{describe(option)}</small>
          </span>
        )}
        listLabel={texts.suggestionsLabel}
        announcement={texts.suggestionCount(options.length)}
        onInput={setDraft}
        onChoose={({ code, name, validUntil }) => {
          setDraft('');
          onChoose({ code, name, asOf: validUntil });
        }}
      />
    </div>
  );
}
