import { type JSX } from 'preact';
import { Icon } from '../icons/icon';
import { KindIcon } from '../icons/kind-icon';
import { formatCount, formatDistance } from '../language/formats';
import { useLanguage, useTexts } from '../language/language-context';
import { DemonstrationMark } from '../listing/demonstration-mark';
import { telephoneLink } from '../listing/links';
import { shareAddress } from '../page/page-address';
import { memo } from './memo';
import { type ClusterResult, type ListingResult } from './result';

/** What a row shows and tells. */
export interface RowProps<Item> {
  item: Item;
  active: boolean;
  selected: boolean;
  onChoose: (item: Item) => void;
  onHover: (key: string | null) => void;
}

/** One listing in the list: what, where, how far, and a call at one tap. */
export const ListingRow = memo(function ListingRow(props: RowProps<ListingResult>): JSX.Element {
  const { item, active, selected, onChoose, onHover } = props;
  const texts = useTexts();
  const language = useLanguage();
  const { listing, kind, key, distanceMeters, reasons } = item;
  const [phone] = listing.phones;
  return (
    <li
      class={`row ${kind.toLowerCase()}${active ? ' active' : ''}${selected ? ' selected' : ''}`}
      data-key={key}
      onMouseEnter={() => onHover(key)}
      onMouseLeave={() => onHover(null)}
      onFocusCapture={() => onHover(key)}
      onBlurCapture={() => onHover(null)}
    >
      <a
        class="row-main"
        href={shareAddress({ kind, code: listing.code }, language)}
        aria-current={selected ? 'true' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onChoose(item);
        }}
      >
        <span class="row-icon">
          <KindIcon kind={kind} />
        </span>
        <span class="row-text">
          <span class="row-name" lang="vi">
            {listing.name}
          </span>
          <span class="row-address" lang="vi">
            {listing.address ?? listing.unit?.name ?? ''}
          </span>
          <span class="row-facts">
            <span class="only-heard">{texts.kindNames[kind]}. </span>
            {listing.demonstration && <DemonstrationMark />}
            {distanceMeters !== null && <span class="distance">{formatDistance(distanceMeters, language)}</span>}
            {!listing.position && <span>{texts.withoutPosition}</span>}
            {reasons.length > 0 && <span>{reasons.map((reason) => texts.reasons[reason]).join(', ')}</span>}
          </span>
        </span>
      </a>
      {phone && (
        <a
          class="row-call"
          href={telephoneLink(phone.number)}
          aria-label={`${texts.callNumber(phone.number)}, ${listing.name}`}
        >
          <Icon name="phone" />
        </a>
      )}
    </li>
  );
});

/** Several places in one row, as the map shows them in one circle; choosing it zooms in. */
export const ClusterRow = memo(function ClusterRow(
  props: RowProps<ClusterResult> & { place: string | null },
): JSX.Element {
  const { item, active, place, onChoose, onHover } = props;
  const texts = useTexts();
  const language = useLanguage();
  return (
    <li
      class={`row cluster-row${active ? ' active' : ''}`}
      data-key={item.key}
      onMouseEnter={() => onHover(item.key)}
      onMouseLeave={() => onHover(null)}
      onFocusCapture={() => onHover(item.key)}
      onBlurCapture={() => onHover(null)}
    >
      <button type="button" class="row-main" onClick={() => onChoose(item)}>
        <span class="row-icon">
          <Icon name="zoom" />
        </span>
        <span class="row-text">
          <span class="row-name">
            {place && (
              <>
                {texts.clusterAround} <span lang="vi">{place}</span>:{' '}
              </>
            )}
            {texts.cluster(formatCount(item.count, language))}
          </span>
          <span class="row-address">{texts.clusterHint}</span>
        </span>
      </button>
    </li>
  );
});
