import { type Catalogue } from '../language/catalogue';
import { formatDate } from '../language/formats';
import { type ChoiceFilter, type FilterName, type Filters } from './filters';

type Words = Readonly<Record<string, string>>;

/** What each choice is called, and its values. */
export const choiceWords: { readonly [Name in ChoiceFilter]: (texts: Catalogue) => { label: string; words: Words } } = {
  clinicLevel: (texts) => ({ label: texts.clinicLevel, words: texts.clinicLevels }),
  formerLevel: (texts) => ({ label: texts.formerLevel, words: texts.formerLevels }),
  clinicType: (texts) => ({ label: texts.clinicType, words: texts.clinicTypes }),
  officeLevel: (texts) => ({ label: texts.officeLevel, words: texts.officeLevels }),
  employerStatus: (texts) => ({ label: texts.employerStatus, words: texts.employerStatuses }),
  service: (texts) => ({ label: texts.services, words: texts.agentServices }),
  agentKind: (texts) => ({ label: texts.agentKind, words: texts.agentKinds }),
};

/** What a filter is called. */
export function filterLabel(name: FilterName, texts: Catalogue): string {
  if (name in choiceWords) return choiceWords[name as ChoiceFilter](texts).label;
  return name === 'unit' ? texts.unitFilter : texts[name as 'contractedOn' | 'issuesSickLeave'];
}

/** A filter as it is set, in words: `Loại cơ sở: Bệnh viện`. */
export function filterInWords(name: FilterName, filters: Filters, texts: Catalogue): string {
  if (name === 'unit') return filters.unit?.name ?? texts.unitFilter;
  if (name === 'contractedOn') return `${texts.contractedOn} ${formatDate(filters.contractedOn ?? '')}`;
  if (!(name in choiceWords)) return filterLabel(name, texts);
  const { label, words } = choiceWords[name as ChoiceFilter](texts);
  const value = filters[name as ChoiceFilter] ?? '';
  return `${label}: ${words[value] ?? value}`;
}
