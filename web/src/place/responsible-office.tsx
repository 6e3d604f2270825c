import { type JSX } from 'preact';
import { type LocateQuery } from '../generated/operations';
import { KindIcon } from '../icons/kind-icon';
import { useTexts } from '../language/language-context';
import { DemonstrationMark } from '../listing/demonstration-mark';
import { telephoneLink } from '../listing/links';
import { usePage } from '../page/page-store';
import { shareAddress } from '../page/page-address';

/** The office responsible for a place, which is seldom the nearest one. */
export function ResponsibleOffice({ location }: { location: LocateQuery['locate'] }): JSX.Element {
  const texts = useTexts();
  const { store, state } = usePage();
  const { commune, province, office, officeMatch } = location;
  const place = [commune?.name, province?.name].filter(Boolean).join(', ');
  if (place === '') return <p class="notice">{texts.outsideVietnam}</p>;
  const selected = office ? ({ kind: 'OFFICE', code: office.code } as const) : null;
  const [phone] = office?.phones ?? [];
  return (
    <section class="responsible office" aria-label={texts.responsibleOffice}>
      <h2>
        <KindIcon kind="OFFICE" />
        {texts.responsibleOffice}
      </h2>
      <p class="hint">{texts.youAreIn(place)}</p>
      {office && selected ? (
        <>
          {officeMatch === 'PROVINCE' && <p class="hint">{texts.responsibleByProvince}</p>}
          <p>
            <a
              class="responsible-name"
              href={shareAddress(selected, state.language)}
              lang="vi"
              onClick={(event) => {
                event.preventDefault();
                store.openListing(selected);
              }}
            >
              {office.name}
            </a>
            {office.demonstration && <DemonstrationMark />}
          </p>
          {office.address && <p lang="vi">{office.address}</p>}
          {phone && (
            <p>
              <a href={telephoneLink(phone.number)}>{texts.callNumber(phone.number)}</a>
            </p>
          )}
          <p class="hint">{texts.responsibleNotNearest}</p>
        </>
      ) : (
        <p>{texts.noResponsibleOffice}</p>
      )}
    </section>
  );
}
