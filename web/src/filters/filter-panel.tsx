import { type JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../icons/icon';
import { type Catalogue } from '../language/catalogue';
import { useTexts } from '../language/language-context';
import { usePage } from '../page/page-store';
import { type ChosenPlace } from '../place/use-chosen-place';
import { type ChoiceFilter, choices, countFilters, type Filters, type SwitchFilter } from './filters';
import { UnitFilter } from './unit-filter';

type Change = (change: { [Name in keyof Filters]?: Filters[Name] | undefined }) => void;
type Words = Readonly<Record<string, string>>;

const labels: { readonly [Name in ChoiceFilter]: (texts: Catalogue) => { label: string; words: Words } } = {
  clinicLevel: (texts) => ({ label: texts.clinicLevel, words: texts.clinicLevels }),
  formerLevel: (texts) => ({ label: texts.formerLevel, words: texts.formerLevels }),
  clinicType: (texts) => ({ label: texts.clinicType, words: texts.clinicTypes }),
  officeLevel: (texts) => ({ label: texts.officeLevel, words: texts.officeLevels }),
  employerStatus: (texts) => ({ label: texts.employerStatus, words: texts.employerStatuses }),
  service: (texts) => ({ label: texts.services, words: texts.agentServices }),
  agentKind: (texts) => ({ label: texts.agentKind, words: texts.agentKinds }),
};

function Choice({ name, filters, change }: { name: ChoiceFilter; filters: Filters; change: Change }): JSX.Element {
  const texts = useTexts();
  const id = useId();
  const { label, words } = labels[name](texts);
  return (
    <div class="field">
      <label for={id} class="field-label">
        {label}
      </label>
      <select
        id={id}
        value={filters[name] ?? ''}
        onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}
      >
        <option value="">{texts.anyValue}</option>
        {choices[name].map((value) => (
          <option key={value} value={value}>
            {words[value]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Switch({ name, filters, change }: { name: SwitchFilter; filters: Filters; change: Change }): JSX.Element {
  const texts = useTexts();
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={filters[name] === true}
        onChange={(event) => change({ [name]: event.currentTarget.checked || undefined })}
      />
      {texts[name]}
    </label>
  );
}

function ClinicFilters({ filters, change }: { filters: Filters; change: Change }): JSX.Element {
  const texts = useTexts();
  const id = useId();
  return (
    <>
      <Switch name="initialRegistration" filters={filters} change={change} />
      <Switch name="issuesSickLeave" filters={filters} change={change} />
      <Choice name="clinicType" filters={filters} change={change} />
      <Choice name="clinicLevel" filters={filters} change={change} />
      <Choice name="formerLevel" filters={filters} change={change} />
      <div class="field">
        <label for={id} class="field-label">
          {texts.contractedOn}
        </label>
        <input
          id={id}
          type="date"
          value={filters.contractedOn ?? ''}
          onChange={(event) => change({ contractedOn: event.currentTarget.value || undefined })}
        />
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
  const only = kinds.length === 1 ? kinds[0] : null;
  const change: Change = (changed) => {
    const kept = Object.entries({ ...filters, ...changed }).filter(([, value]) => value !== undefined);
    store.go({ filters: Object.fromEntries(kept) });
  };
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
        {only === 'CLINIC' && <ClinicFilters filters={filters} change={change} />}
        {only === 'OFFICE' && (
          <>
            <Choice name="officeLevel" filters={filters} change={change} />
            <Switch name="includeEnded" filters={filters} change={change} />
          </>
        )}
        {only === 'EMPLOYER' && <Choice name="employerStatus" filters={filters} change={change} />}
        {only === 'AGENT' && (
          <>
            <Choice name="service" filters={filters} change={change} />
            <Choice name="agentKind" filters={filters} change={change} />
          </>
        )}
        {only === null && <p class="hint">{texts.filterHint}</p>}
      </div>
    </>
  );
}
