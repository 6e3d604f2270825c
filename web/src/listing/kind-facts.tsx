import { type JSX } from 'preact';
import { formatDate } from '../language/formats';
import { useLanguage, useTexts } from '../language/language-context';
import { useOpenListing } from '../page/page-store';
import { shareAddress } from '../page/page-address';
import { Fact, describePeriod } from './fact';
import { telephoneLink } from './links';
import {
  type AgentFacts,
  type ClinicFacts,
  type EmployerFacts,
  type ListingFacts,
  type OfficeFacts,
} from './use-details';

type OfficeReference = OfficeFacts['predecessors'][number];

/** An office that a listing names: opens its details; its phone calls. */
function OfficeLink({ office }: { office: OfficeReference }): JSX.Element {
  const language = useLanguage();
  const openListing = useOpenListing();
  const selected = { kind: 'OFFICE', code: office.code } as const;
  const [phone] = office.phones;
  return (
    <span class="office-link">
      <a
        href={shareAddress(selected, language)}
        lang="vi"
        onClick={(event) => {
          event.preventDefault();
          openListing(selected);
        }}
      >
        {office.name}
      </a>
      {phone && <a href={telephoneLink(phone.number)}>{phone.number}</a>}
    </span>
  );
}

/** Offices that a listing names, one beside the other. */
export function OfficeLinks({ offices }: { offices: readonly OfficeReference[] }): JSX.Element {
  return (
    <>
      {offices.map((office) => (
        <OfficeLink key={office.code} office={office} />
      ))}
    </>
  );
}

/**
 * What a person wants to know first of its kind: whether a clinic has a contract (`on` is the day, today if null), and
 * whether an employer takes part.
 */
export function FirstFact({ facts, on }: { facts: ListingFacts; on: string | null }): JSX.Element | null {
  const texts = useTexts();
  if (facts.__typename === 'Employer') return <Fact label={texts.status}>{texts.employerStatuses[facts.status]}</Fact>;
  if (facts.__typename !== 'Clinic') return null;
  const { contract, isContracted } = facts;
  const period = contract && describePeriod(contract.validFrom, contract.validUntil, texts);
  const contracted = isContracted === null ? texts.unknown : isContracted ? texts.contracted : texts.notContracted;
  return (
    <Fact label={texts.contract}>
      {[on ? `${contracted} ${texts.asOfDate(formatDate(on))}` : contracted, period].filter(Boolean).join(', ')}
    </Fact>
  );
}

function ClinicLines({ facts }: { facts: ClinicFacts }): JSX.Element {
  const texts = useTexts();
  const { contract, sickLeaveAuthority, clinicLevel, formerLevel } = facts;
  const sickLeavePeriod =
    sickLeaveAuthority && describePeriod(sickLeaveAuthority.validFrom, sickLeaveAuthority.validUntil, texts);
  const sickLeave =
    facts.issuesSickLeave === null ? texts.unknown : facts.issuesSickLeave ? texts.sickLeaveYes : texts.sickLeaveNo;
  return (
    <>
      <Fact label={texts.initialRegistration}>
        {contract && contract.initialRegistration !== null && (contract.initialRegistration ? texts.yes : texts.no)}
      </Fact>
      <Fact label={texts.sickLeave}>{[sickLeave, sickLeavePeriod].filter(Boolean).join(', ')}</Fact>
      <Fact label={texts.type}>{texts.clinicTypes[facts.type]}</Fact>
      <Fact label={texts.clinicLevel}>{clinicLevel && texts.clinicLevels[clinicLevel]}</Fact>
      <Fact label={texts.formerLevel}>{formerLevel && texts.formerLevels[formerLevel]}</Fact>
      <Fact label={texts.managingOffice}>{facts.managingOffice && <OfficeLink office={facts.managingOffice} />}</Fact>
    </>
  );
}

function OfficeLines({ facts }: { facts: OfficeFacts }): JSX.Element {
  const texts = useTexts();
  const { departments, serves, temporarySeat } = facts;
  const served = serves.edges.map(({ node }) => node.name).join(', ');
  const more = serves.totalCount - serves.edges.length;
  return (
    <>
      <Fact label={texts.temporarySeat}>
        {temporarySeat &&
          [temporarySeat.address, temporarySeat.until && texts.validUntil(formatDate(temporarySeat.until))]
            .filter(Boolean)
            .join(', ')}
      </Fact>
      <Fact label={texts.level}>{texts.officeLevels[facts.officeLevel]}</Fact>
      <Fact label={texts.departments}>
        {departments.length > 0 && (
          <ul class="plain-list" lang="vi">
            {departments.map(({ name, phone }) => (
              <li key={name}>
                {name} {phone && <a href={telephoneLink(phone)}>{phone}</a>}
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact label={texts.parentOffice}>{facts.parent && <OfficeLink office={facts.parent} />}</Fact>
      <Fact label={texts.serves}>
        {served && (
          <>
            <span lang="vi">{served}</span>
            {more > 0 && ` ${texts.servesMore(more)}`}
          </>
        )}
      </Fact>
      <Fact label={texts.predecessors}>
        {facts.predecessors.length > 0 && <OfficeLinks offices={facts.predecessors} />}
      </Fact>
      <Fact label={texts.successors}>{facts.successors.length > 0 && <OfficeLinks offices={facts.successors} />}</Fact>
    </>
  );
}

function EmployerLines({ facts }: { facts: EmployerFacts }): JSX.Element {
  const texts = useTexts();
  return (
    <>
      <Fact label={texts.taxCode}>{facts.taxCode}</Fact>
      <Fact label={texts.managingOffice}>{facts.managingOffice && <OfficeLink office={facts.managingOffice} />}</Fact>
    </>
  );
}

function AgentLines({ facts }: { facts: AgentFacts }): JSX.Element {
  const texts = useTexts();
  return (
    <>
      <Fact label={texts.type}>{texts.agentKinds[facts.agentKind]}</Fact>
      <Fact label={texts.services}>{facts.services.map((service) => texts.agentServices[service]).join(', ')}</Fact>
      <Fact label={texts.managingOffice}>{facts.managingOffice && <OfficeLink office={facts.managingOffice} />}</Fact>
    </>
  );
}

/** What is known about a listing because of its kind. */
export function KindFacts({ facts }: { facts: ListingFacts }): JSX.Element {
  switch (facts.__typename) {
    case 'Clinic':
      return <ClinicLines facts={facts} />;
    case 'Office':
      return <OfficeLines facts={facts} />;
    case 'Employer':
      return <EmployerLines facts={facts} />;
    case 'Agent':
      return <AgentLines facts={facts} />;
  }
}
