import { type JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Explanation } from '../../api/failure';
import { useLanguage } from '../../language/language-context';

/** Why a form as a whole was refused. It takes the focus: on a phone it would stand above what is seen. */
export function Refusal({ refusal }: { refusal: Explanation | null }): JSX.Element | null {
  const language = useLanguage();
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => box.current?.focus(), [refusal]);
  if (!refusal) return null;
  return (
    <p ref={box} class="told fault" tabIndex={-1}>
      {refusal[language]}
    </p>
  );
}
