import { type JSX } from 'preact';
import { type OfficeAnswerFragment } from '../generated/operations';
import { Icon } from '../icons/icon';
import { KindIcon } from '../icons/kind-icon';
import { formatDate } from '../language/formats';
import { useLanguage, useTexts } from '../language/language-context';
import { DemonstrationMark } from '../listing/demonstration-mark';
import { telephoneLink } from '../listing/links';
import { CallFirst, WayThere } from '../listing/way-there';
import { type Place } from '../map/mercator';
import { hotline } from '../page/page-footer';
import { useChooseUnit, useOpenListing } from '../page/page-store';
import { shareAddress, unitAddress } from '../page/page-address';
import { todayInWords } from './place-choice';
import { type ChosenPlace } from './use-chosen-place';

type Office = NonNullable<OfficeAnswerFragment['office']>;

/** The card of the responsible office and the place it is for: a point, or a unit that was chosen by name. */
export interface ResponsibleOfficeProps {
  location: OfficeAnswerFragment;
  chosen: ChosenPlace | null;
  /** Shows a place on the map; left out where there is none. */
  onShow?: (place: Place) => void;
}

/** The office responsible for a place, which is seldom the nearest one. */
export function ResponsibleOffice({ location, chosen, onShow }: ResponsibleOfficeProps): JSX.Element {
  const texts = useTexts();
  const { commune, province, office, officeMatch } = location;
  const place = [commune?.name, province?.name].filter(Boolean).join(', ');
  if (place === '') return <p class="notice">{texts.outsideVietnam}</p>;
  const parts = chosen && officeMatch !== 'JURISDICTION' ? partsOf(chosen.unit) : [];
  return (
    <section class="responsible office" aria-label={texts.responsibleOffice}>
      <h2>
        <KindIcon kind="OFFICE" />
        {texts.responsibleOffice}
      </h2>
      {chosen ? <ChosenNames unit={chosen.unit} /> : <p class="hint">{texts.youAreIn(place)}</p>}
      {parts.length > 0 && <PartsOfToday parts={parts} />}
      {office ? (
        <>
          {officeMatch === 'PROVINCE' && (
            <p class="hint">{parts.length > 0 ? texts.orByProvince : texts.responsibleByProvince}</p>
          )}
          <OfficeFacts office={office} {...(onShow && { onShow })} />
          <p class="hint">{texts.responsibleNotNearest}</p>
        </>
      ) : (
        <p>{texts.noResponsibleOffice}</p>
      )}
    </section>
  );
}

/** Both names of the chosen unit: what it was called and until when, and what it is today. */
function ChosenNames({ unit }: { unit: ChosenPlace['unit'] }): JSX.Element {
  const texts = useTexts();
  const { name, province, today, validUntil } = unit;
  const isSame = today.length === 1 && today[0]?.name === name;
  const provinceToday = today[0]?.province?.name ?? province?.name;
  const named = (names: string): string => [...new Set([names, provinceToday])].filter(Boolean).join(', ');
  return (
    <p class="place-names">
      {validUntil && !isSame ? (
        <>
          <span lang="vi">{name}</span>, {texts.unitUntil(formatDate(validUntil))} →{' '}
          <strong lang="vi">{named(todayInWords(today, texts))}</strong>
        </>
      ) : (
        <strong lang="vi">{named(name)}</strong>
      )}
    </p>
  );
}

/** What a person needs before going there: name, address, phone, hours, and where it is on the map. */
function OfficeFacts({ office, onShow }: { office: Office; onShow?: (place: Place) => void }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const openListing = useOpenListing();
  const selected = { kind: 'OFFICE', code: office.code } as const;
  const [phone] = office.phones;
  const { position, temporarySeat } = office;
  return (
    <>
      <p>
        <a
          class="responsible-name"
          href={shareAddress(selected, language)}
          lang="vi"
          onClick={(event) => {
            event.preventDefault();
            openListing(selected);
          }}
        >
          {office.name}
        </a>
        {office.demonstration && <DemonstrationMark />}
      </p>
      {office.address && <p lang="vi">{office.address}</p>}
      {temporarySeat && (
        <p>
          {texts.temporarySeat}: <span lang="vi">{temporarySeat.address}</span>
        </p>
      )}
      <p>
        {texts.openingHours}: {office.openingHours ?? texts.openingHoursUnknown}
      </p>
      <p class="card-actions">
        {phone ? (
          <a class="strong" href={telephoneLink(phone.number)}>
            <Icon name="phone" />
            {texts.callNumber(phone.number)}
          </a>
        ) : (
          <a class="plain" href={telephoneLink(hotline)}>
            <Icon name="phone" />
            {texts.callHotline(hotline)}
          </a>
        )}
        {position && onShow && (
          <button type="button" class="plain" onClick={() => onShow(position)}>
            <Icon name="locate" />
            {texts.showOnMap}
          </button>
        )}
        <WayThere to={office} />
      </p>
      <CallFirst to={office} numbers={office.phones.map(({ number }) => number)} />
    </>
  );
}

/** What a former unit has become, when that is several. */
function partsOf({ today }: ChosenPlace['unit']): ChosenPlace['unit']['today'] {
  return today.length > 1 ? today : [];
}

/** Parts of a former unit, which have offices of their own: a person chooses the one they live in. */
function PartsOfToday({ parts }: { parts: ChosenPlace['unit']['today'] }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const chooseUnit = useChooseUnit();
  return (
    <>
      <p>{texts.chooseUnitOfToday}</p>
      <ul class="parts">
        {parts.map(({ code, name, office }) => (
          <li key={code}>
            <a
              class="plain"
              lang="vi"
              href={unitAddress({ code, asOf: null }, language)}
              onClick={(event) => {
                event.preventDefault();
                chooseUnit({ code, name, asOf: null });
              }}
            >
              {name}
              {office && <small>{office.name}</small>}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
