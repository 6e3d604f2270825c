import { type JSX } from 'preact';
import { type ChildSummary, useAccount } from '../account-store';
import { useRecordTexts } from './language/record-texts';

/** The child whose record is looked at, out of the children that an answer told of; undefined when it is not there. */
export function childOf<Child extends { bhxhCode: string }>(
  viewer: { children: readonly Child[] } | null | undefined,
  chosen: ChildSummary | null,
): Child | undefined {
  return chosen === null ? undefined : viewer?.children.find(({ bhxhCode }) => bhxhCode === chosen.bhxhCode);
}

/** Says whose record is shown while it is not one's own. */
export function ChildNotice(): JSX.Element | null {
  const texts = useRecordTexts();
  const { child } = useAccount().state;
  if (child === null) return null;
  return (
    <p class="child-notice" role="status">
      <strong>{texts.childShown(child.fullName)}</strong> {texts.guardianNotice}
    </p>
  );
}
