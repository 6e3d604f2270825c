import { type JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../icons/icon';
import { formatCount } from '../language/formats';
import { useLanguage, useTexts } from '../language/language-context';
import { usePage } from '../page/page-store';
import { type ChosenPlace } from '../place/use-chosen-place';
import { type ChoiceFilter, choices, countFilters, type Filters, type SwitchFilter } from './filters';
import { choiceWords } from './filter-words';
import { UnitFilter } from './unit-filter';
import { facetOf, type KindFacets, knownChoices, useFacets } from './use-facets';

type Change = (change: { [Name in keyof Filters]?: Filters[Name] | undefined }) => void;
/** What a field of a filter needs: what is set, what is counted, and how to change it. */
interface FieldProps<Name> {
  name: Name;
  filters: Filters;
  facets: KindFacets | null;
  change: Change;
}

/** Says why a filter can't be used, or of how many entries its field is known: unknown is not no. */
function KnownHint({
  id,
  facets,
  known,
}: {
  id: string;
  facets: KindFacets | null;
  known: number;
}): JSX.Element | null {
  const texts = useTexts();
  const language = useLanguage();
  if (!facets || known >= facets.listedCount) return null;
  const counted = texts.filterKnown(formatCount(known, language), formatCount(facets.listedCount, language));
  return (
    <small id={id} class="known">
      {known === 0 ? texts.filterUnknown : counted}
    </small>
  );
}

function Choice({ name, filters, facets, change }: FieldProps<ChoiceFilter>): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const id = useId();
  const { label, words } = choiceWords[name](texts);
  const facet = facetOf(facets, name);
  const countOf = (value: string): string => {
    const count = knownChoices(facet).find((choice) => choice.value === value)?.count;
    return count === undefined ? '' : ` (${formatCount(count, language)})`;
  };
  return (
    <div class="field">
      <label for={id} class="field-label">
        {label}
      </label>
      <select
        id={id}
        aria-describedby={`${id}-known`}
        disabled={facet?.knownCount === 0 && filters[name] === undefined}
        value={filters[name] ?? ''}
        onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}
      >
        <option value="">{texts.anyValue}</option>
        {choices[name].map((value) => (
          <option key={value} value={value}>
            {words[value]}
            {countOf(value)}
          </option>
        ))}
      </select>
      {facet && <KnownHint id={`${id}-known`} facets={facets} known={facet.knownCount} />}
    </div>
  );
}

function Switch({ name, filters, facets, change }: FieldProps<SwitchFilter>): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const id = useId();
  const facet = facetOf(facets, name);
  const count = knownChoices(facet).find(({ value }) => value === 'true')?.count;
  return (
    <div class="switch-field">
      <label class="switch">
        <input
          type="checkbox"
          aria-describedby={`${id}-known`}
          disabled={facet?.knownCount === 0 && filters[name] === undefined}
          checked={filters[name] === true}
          onChange={(event) => change({ [name]: event.currentTarget.checked || undefined })}
        />
        <span>
          {texts[name]}
          {count !== undefined && ` (${formatCount(count, language)})`}
        </span>
      </label>
      {facet && <KnownHint id={`${id}-known`} facets={facets} known={facet.knownCount} />}
    </div>
  );
}

function ClinicFilters(props: Omit<FieldProps<never>, 'name'>): JSX.Element {
  const texts = useTexts();
  const id = useId();
  const { filters, facets, change } = props;
  const facet = facetOf(facets, 'contractedOn');
  return (
    <>
      <Switch name="initialRegistration" {...props} />
      <Switch name="issuesSickLeave" {...props} />
      <Choice name="clinicType" {...props} />
      <Choice name="clinicLevel" {...props} />
      <Choice name="formerLevel" {...props} />
      <div class="field">
        <label for={id} class="field-label">
          {texts.contractedOn}
        </label>
        <input
          id={id}
          type="date"
          aria-describedby={`${id}-known`}
          disabled={facet?.knownCount === 0 && filters.contractedOn === undefined}
          value={filters.contractedOn ?? ''}
          onChange={(event) => change({ contractedOn: event.currentTarget.value || undefined })}
        />
        {facet && <KnownHint id={`${id}-known`} facets={facets} known={facet.knownCount} />}
      </div>
    </>
  );
}

/** What narrows the results: an administrative unit for all kinds, and the filters of the one chosen kind. */
export function FilterPanel({ place }: { place: ChosenPlace | null }): JSX.Element {
  const texts = useTexts();
  const { store, state } = usePage();
  const [open, setOpen] = useState(false);
  const { filters, kinds } = state;
  const count = countFilters(filters);
  const counted = useFacets(open && kinds.length === 1, kinds, filters, state.text);
  const facets = counted?.[0] ?? null;
  const only = kinds.length === 1 ? kinds[0] : null;
  const change: Change = (changed) => {
    const kept = Object.entries({ ...filters, ...changed }).filter(([, value]) => value !== undefined);
    store.go({ filters: Object.fromEntries(kept) });
  };
  const fields = { filters, facets, change };
  return (
    <>
      <button
        type="button"
        class="plain filter-toggle"
        aria-expanded={open}
        aria-controls="filters"
        title={texts.filters}
        onClick={() => setOpen(!open)}
      >
        <Icon name="filter" />
        <span class="wide-only">{texts.filters}</span>
        {count > 0 && <span class="count">{count}</span>}
      </button>
      {count > 0 && (
        <button type="button" class="plain clear-filters" onClick={() => store.go({ filters: {} })}>
          {texts.clearFilters}
        </button>
      )}
      <div id="filters" class="filter-fields" hidden={!open}>
        <UnitFilter
          unit={filters.unit ?? null}
          place={place}
          onChoose={(unit) => change({ unit: unit ?? undefined })}
        />
        {only === 'CLINIC' && <ClinicFilters {...fields} />}
        {only === 'OFFICE' && (
          <>
            <Choice name="officeLevel" {...fields} />
            <Switch name="includeEnded" {...fields} />
          </>
        )}
        {only === 'EMPLOYER' && <Choice name="employerStatus" {...fields} />}
        {only === 'AGENT' && (
          <>
            <Choice name="service" {...fields} />
            <Choice name="agentKind" {...fields} />
          </>
        )}
        {only === null && <p class="hint">{texts.filterHint}</p>}
      </div>
    </>
  );
}
