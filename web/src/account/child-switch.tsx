import { type JSX } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { ChildrenOperation } from '../generated/account-operations';
import { useAccount } from './account-store';
import { useAccountAnswer } from './ask-account';
import { useAccountTexts } from './language/account-texts';

/**
 * Lets a parent or guardian turn from their own record to that of a child (`state.child` of `useAccount`). It shows
 * nothing to those without approved children under 18. Asked once a session: each child's log tells of the question.
 */
export function ChildSwitch(): JSX.Element | null {
  const texts = useAccountTexts();
  const id = useId();
  const { store, state } = useAccount();
  const { children, child } = state;
  const { data } = useAccountAnswer(ChildrenOperation, children === null ? {} : null);
  const found = data?.viewer?.children;
  useEffect(() => {
    if (found && children === null) store.knowChildren(found);
  }, [store, found, children]);
  if (!children || children.length === 0) return null;
  return (
    <div class="field child-switch">
      <label for={id} class="field-label">
        {texts.whoseRecord}
      </label>
      <select
        id={id}
        value={child?.bhxhCode ?? ''}
        onChange={({ currentTarget }) =>
          store.lookAt(children.find(({ bhxhCode }) => bhxhCode === currentTarget.value) ?? null)
        }
      >
        <option value="">{texts.ownRecord}</option>
        {children.map(({ bhxhCode, fullName }) => (
          <option key={bhxhCode} value={bhxhCode}>
            {texts.childRecord(fullName)}
          </option>
        ))}
      </select>
    </div>
  );
}
