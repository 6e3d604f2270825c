import { type JSX } from 'preact';

/** Says that there is nothing on record, and where to turn when a person misses something. */
export function EmptyNotice({ title, help }: { title: string; help: string }): JSX.Element {
  return (
    <div class="notice empty" role="status">
      <h2>{title}</h2>
      <p>{help}</p>
    </div>
  );
}
