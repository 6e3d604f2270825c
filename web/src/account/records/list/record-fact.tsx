import { type ComponentChildren, type JSX } from 'preact';
import { useRecordTexts } from '../language/record-texts';

/** One fact of a record; a fact that nobody knows says so. */
export function RecordFact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  const texts = useRecordTexts();
  return (
    <div class="record-fact">
      <dt>{name}</dt>
      <dd>{children ?? <span class="hint">{texts.unknown}</span>}</dd>
    </div>
  );
}
