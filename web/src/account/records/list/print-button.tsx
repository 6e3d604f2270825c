import { type JSX } from 'preact';
import { Icon } from '../../../icons/icon';
import { useRecordTexts } from '../language/record-texts';

/** Prints the page. */
export function PrintButton(): JSX.Element {
  const texts = useRecordTexts();
  return (
    <button type="button" class="plain print-page" onClick={() => print()}>
      <Icon name="print" />
      {texts.print}
    </button>
  );
}
